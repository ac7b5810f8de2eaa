import { app, shell, type Session, type WebContents } from 'electron';
import { mayNavigate } from './security/navigation.ts';
import { isPermitted } from './security/permissions.ts';
import { decideWindowOpen } from './security/window-open.ts';

/** Puts every page that is ever made under the same rules, whoever makes it. */
export const guardPages = (): void => void app.on('web-contents-created', (_event, contents) => guardPage(contents));

/** Refuses what a page may ask of the system. */
export const guardSession = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isPermitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
};

const guardPage = (contents: WebContents): void => {
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const { action, openOutside } = decideWindowOpen(url);
    if (openOutside !== null) void shell.openExternal(openOutside);
    return { action };
  });
};
