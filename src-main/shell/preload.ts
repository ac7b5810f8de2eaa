import { contextBridge, ipcRenderer } from 'electron';
import { IPC_CHANNEL } from './channel-name.ts';

// Everything the page can do beyond being a page: say a message, hear a message. Main checks who speaks and what.
contextBridge.exposeInMainWorld('komplekt', {
  send: (message: unknown): void => ipcRenderer.send(IPC_CHANNEL, message),
  onMessage: (listener: (message: unknown) => void): void => {
    ipcRenderer.on(IPC_CHANNEL, (_event, message: unknown) => listener(message));
  },
});
