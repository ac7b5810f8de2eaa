import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { closeBrowser } from './browser.ts';
import { note } from './journal.ts';

/** An event that a listener may call off, as Electron passes it. */
export const cancellable = <Data extends object>(
  data: Data,
): Data & { preventDefault: () => void; isPrevented: () => boolean } => {
  let prevented = false;
  return {
    ...data,
    preventDefault: () => {
      prevented = true;
    },
    isPrevented: () => prevented,
  };
};

class AppDouble extends EventEmitter {
  readonly isPackaged = false;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;

  whenReady = (): Promise<void> => this.#ready.promise;
  isReady = (): boolean => this.#isReady;
  becomeReady = (): void => {
    this.#isReady = true;
    this.#ready.resolve();
    this.emit('ready');
  };
  enableSandbox = (): void => {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  };
  requestSingleInstanceLock = (): boolean => process.env['DOUBLE_IS_SECOND'] !== '1';
  getVersion = (): string => '0.1.0';
  getPath = (name: string): string => {
    const folder = path.join(process.env['DOUBLE_FOLDER'] ?? '', name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  relaunch = (): void => note('relaunch', null);
  quit = (): void => {
    const event = cancellable({});
    this.emit('will-quit', event);
    if (!event.isPrevented()) this.exit(0);
  };
  exit = (code: number): void => {
    note('exit', code);
    void closeBrowser().finally(() => process.exit(code));
  };
}

export const app = new AppDouble();
