import type { WebPreferences } from 'electron';

/** A page in a box: no Node, no shared world with the preload, no way out but the bridge. */
export const webPreferences = (preload: string, isDevelopment: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The spell checker of Chromium fetches its dictionaries from a foreign server.
  spellcheck: false,
  devTools: isDevelopment,
});

/** For a page that is only printed: the same box without a bridge. */
export const printPreferences = (partition: string): WebPreferences => ({
  partition,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
});
