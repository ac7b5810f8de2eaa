import { BrowserWindow, ipcMain, type IpcMainEvent } from 'electron';
import type { CoreHost } from '#main/host/core-host.ts';
import { IPC_CHANNEL } from './channel-name.ts';
import { createRelay } from './relay.ts';
import { APP_URL } from './security/app-address.ts';
import { isTrustedSender } from './security/sender.ts';
import { webPreferences } from './security/web-preferences.ts';

/** Height of the top bar of the design, which is the title bar too. */
const TITLE_BAR_HEIGHT = 40;
/** A grey that can be seen on the light and on the dark desk: the theme is the page's choice, main does not know it. */
const SYMBOL_COLOR = '#77736a';

export type MainWindowOptions = { readonly host: CoreHost; readonly preload: string; readonly isDevelopment: boolean };

/** The one window: its page, its bridge to the core, its life. */
export const openMainWindow = ({ host, preload, isDevelopment }: MainWindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    title: 'Комплект',
    width: 1366,
    height: 860,
    minWidth: 960,
    minHeight: 600,
    show: false,
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: '#00000000', symbolColor: SYMBOL_COLOR, height: TITLE_BAR_HEIGHT },
    webPreferences: webPreferences(preload, isDevelopment),
  });
  const contents = window.webContents;
  const relay = createRelay(host, (message) => {
    if (!contents.isDestroyed()) contents.send(IPC_CHANNEL, message);
  });

  const receive = (event: IpcMainEvent, message: unknown): void => {
    const sender = {
      address: event.senderFrame?.url ?? null,
      isOurWindow: event.sender === contents,
      isMainFrame: event.senderFrame === contents.mainFrame,
    };
    if (isTrustedSender(sender)) relay.receive(message);
  };
  ipcMain.on(IPC_CHANNEL, receive);
  contents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && !event.isSameDocument) relay.reset();
  });
  contents.on('render-process-gone', () => relay.reset());
  window.once('ready-to-show', () => window.show());
  window.once('closed', () => {
    ipcMain.off(IPC_CHANNEL, receive);
    relay.reset();
  });
  void window.loadURL(APP_URL);
  return window;
};
