// The modules of Electron's main process that the shell may use. One that is missing here fails at import, by name.
export { app } from './app.ts';
export { dialog, Menu, Notification, safeStorage, shell } from './services.ts';
export { protocol, session } from './session.ts';
export { BrowserWindow, ipcMain } from './window.ts';
