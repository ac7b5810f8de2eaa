import { app, session, type BrowserWindow } from 'electron';
import path from 'node:path';
import type { CoreHost } from '#main/host/core-host.ts';
import { startCoreThread } from '#main/host/core-in-thread.ts';
import { createProcessTools } from '#main/host/process-tools.ts';
import { askToRestart, askWhereToSave, showRefusal } from './dialogs.ts';
import { createDraftPrinter } from './draft-printer.ts';
import { guardPages, guardSession } from './guard.ts';
import { setMenu } from './menu.ts';
import { systemNotifier } from './notifier.ts';
import { createOpener, forgetCopies } from './opener.ts';
import { declareAppScheme, servePages } from './protocol.ts';
import { createSecrets } from './secrets.ts';
import { parseShellArguments } from './shell-arguments.ts';
import { openMainWindow } from './window.ts';

/** The program as it is built: `dist/main`, `dist/preload`, `dist/renderer`, and `templates` beside `dist`. */
const root = path.resolve(import.meta.dirname, '../..');
const rendererFolder = path.join(root, 'dist/renderer');

const run = async (): Promise<void> => {
  const ownFolder = app.getPath('userData');
  const copiesFolder = path.join(ownFolder, 'copies');
  const tools = createProcessTools(path.join(ownFolder, 'logs', 'shell.log'));
  let window: BrowserWindow | null = null;

  await app.whenReady();
  setMenu();
  guardSession(session.defaultSession);
  askWhereToSave(session.defaultSession);
  servePages(session.defaultSession, rendererFolder);
  await forgetCopies(copiesFolder);

  const started = await startCoreThread(
    new URL('./core-thread.mjs', import.meta.url),
    {
      ...parseShellArguments(process.argv),
      version: app.getVersion(),
      templatesFolder: path.join(root, 'templates'),
      renderWorkerUrl: new URL('./render-worker.mjs', import.meta.url).href,
      statementWorkerUrl: new URL('./statement-worker.mjs', import.meta.url).href,
      paperWorkerUrl: new URL('./paper-worker.mjs', import.meta.url).href,
      crmThreadUrl: new URL('./crm-thread.mjs', import.meta.url).href,
    },
    {
      opener: createOpener(copiesFolder),
      secrets: createSecrets(path.join(ownFolder, 'secrets')),
      draftPrinter: createDraftPrinter(rendererFolder),
      notifier: systemNotifier,
    },
    { ...tools, onCrash: () => void restartIfWanted(window) },
  );
  if (!started.ok) {
    showRefusal(started.error);
    app.exit(1);
    return;
  }
  closeCoreBeforeQuit(started.value);
  window = openMainWindow({
    host: started.value,
    preload: path.join(root, 'dist/preload/preload.cjs'),
    isDevelopment: !app.isPackaged,
  });
  app.on('second-instance', () => showAgain(window));
  app.on('window-all-closed', () => app.quit());
};

/** The base is closed and its lock given back before the process ends. */
const closeCoreBeforeQuit = (host: CoreHost): void => {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void host.close().finally(() => app.exit(0));
  });
};

const showAgain = (window: BrowserWindow | null): void => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
};

const restartIfWanted = async (window: BrowserWindow | null): Promise<void> => {
  if (window !== null && (await askToRestart(window))) app.relaunch();
  app.exit(1);
};

// Whoever started us learns that Electron itself works here.
process.send?.('started');
app.enableSandbox();
declareAppScheme();
guardPages();
// Electron becomes ready only after this module has ended, so nothing here may wait for it.
if (app.requestSingleInstanceLock()) void run();
else app.quit();
