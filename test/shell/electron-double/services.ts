import { note } from './journal.ts';

export const shell = {
  openExternal: (url: string): Promise<void> => Promise.resolve(note('openExternal', url)),
  openPath: (file: string): Promise<string> => {
    note('openPath', file);
    return Promise.resolve('');
  },
};

export const dialog = {
  showErrorBox: (title: string, content: string): void => note('errorBox', { title, content }),
  showMessageBox: (_window: unknown, options: { cancelId?: number }): Promise<{ response: number }> => {
    note('messageBox', options);
    return Promise.resolve({ response: options.cancelId ?? 0 });
  },
};

const MASK = 0x5a;
const masked = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ MASK));

export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  getSelectedStorageBackend: (): string => process.env['DOUBLE_STORAGE'] ?? 'gnome_libsecret',
  encryptString: (text: string): Buffer => masked(Buffer.from(text)),
  decryptString: (encrypted: Buffer): string => masked(encrypted).toString(),
};

export const Menu = {
  setApplicationMenu: (menu: unknown): void => note('menu', menu),
  buildFromTemplate: (template: unknown): unknown => template,
};

export class Notification {
  readonly #options: unknown;
  constructor(options: unknown) {
    this.#options = options;
  }
  static isSupported = (): boolean => true;
  show = (): void => note('notification', this.#options);
}
