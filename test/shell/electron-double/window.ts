import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Frame, Page, Request as PageRequest, Route } from 'playwright-core';
import { app, cancellable } from './app.ts';
import { toApp, toBrowser } from './addresses.ts';
import { openPage } from './browser.ts';
import { note } from './journal.ts';
import { BINDING, INBOX, pageWorldScript } from './page-world.ts';
import { session, type SessionDouble } from './session.ts';

export const ipcMain = new EventEmitter();

type WindowOptions = {
  readonly show?: boolean;
  readonly webPreferences?: { readonly preload?: string; readonly partition?: string; readonly javascript?: boolean };
};
type OpenHandler = (details: { url: string }) => { action: string };

class WebFrameDouble {
  readonly #frame: Frame;
  constructor(frame: Frame) {
    this.#frame = frame;
  }
  get url(): string {
    return toApp(this.#frame.url());
  }
}

class WebContentsDouble extends EventEmitter {
  readonly session: SessionDouble;
  readonly #page: Promise<Page>;
  readonly #framesByPage = new Map<Frame, WebFrameDouble>();
  #mainFrame: WebFrameDouble | null = null;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #isDestroyed = false;
  /** What the program itself asked to load; every other navigation is the page's own wish. */
  #loading = '';

  constructor({ webPreferences = {} }: WindowOptions) {
    super();
    const { partition, javascript = true, preload } = webPreferences;
    this.session = partition === undefined ? session.defaultSession : session.fromPartition(partition);
    this.#page = openPage({ javaScriptEnabled: javascript, acceptDownloads: true }).then((page) =>
      this.#prepare(page, preload),
    );
  }

  get mainFrame(): WebFrameDouble | null {
    return this.#mainFrame;
  }
  isDestroyed = (): boolean => this.#isDestroyed;
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler;
  };
  send = (channel: string, message: unknown): void => {
    void this.#page
      .then((page) => page.evaluate(deliver, { inbox: INBOX, channel, message: structuredClone(message) }))
      // The page may be leaving; Electron drops such messages too.
      .catch((error: unknown) => note('undelivered', String(error)));
  };
  printToPDF = async (): Promise<Buffer> => (await this.#page).pdf({ format: 'A4' });

  load = async (url: string): Promise<void> => {
    const page = await this.#page;
    this.#loading = toBrowser(url);
    void this.#watchTitles(page);
    await page.goto(this.#loading);
  };
  destroy = async (): Promise<void> => {
    this.#isDestroyed = true;
    await (await this.#page).context().close();
  };

  async #prepare(page: Page, preload: string | undefined): Promise<Page> {
    this.#mainFrame = this.#frameDouble(page.mainFrame());
    await page.exposeBinding(BINDING, ({ frame }, name: string, ...args: unknown[]) => this.#hear(frame, name, args));
    if (preload !== undefined) await page.addInitScript(pageWorldScript(await readFile(preload, 'utf8')));
    await page.context().route('**/*', (route) => this.#route(route, page));
    page.context().on('page', (popup) => void popup.close());
    page.on('download', (download) => {
      const saved: { options: unknown } = { options: null };
      const event = cancellable({});
      const item = {
        getFilename: () => download.suggestedFilename(),
        setSaveDialogOptions: (options: unknown) => void (saved.options = options),
      };
      this.session.emit('will-download', event, item, this);
      note('download', {
        name: download.suggestedFilename(),
        isPrevented: event.isPrevented(),
        options: saved.options,
      });
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) note('navigated', toApp(frame.url()));
    });
    return page;
  }

  /** Chromium tells each title, the first one included. */
  async #watchTitles(page: Page): Promise<void> {
    let previous = '';
    while (!this.#isDestroyed) {
      const handle = await page.waitForFunction(titleOtherThan, { previous }, { timeout: 0 }).catch(() => null);
      if (handle === null) return;
      previous = String(await handle.jsonValue());
      this.emit('page-title-updated', {}, previous);
    }
  }

  #hear(frame: Frame, name: string, args: readonly unknown[]): void {
    if (name === 'window-open') this.#openHandler({ url: toApp(String(args[0])) });
    if (name === 'ipc') ipcMain.emit(String(args[0]), { sender: this, senderFrame: this.#frameDouble(frame) }, args[1]);
  }

  async #route(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest()) {
      const frame = frameOf(request);
      if (frame === null || frame.page() !== page) {
        this.#openHandler({ url });
        return route.abort('aborted');
      }
      if (!this.#mayGo(request.url(), frame === page.mainFrame())) return route.abort('aborted');
    }
    return this.session.answer(route);
  }

  #mayGo(browserUrl: string, isMainFrame: boolean): boolean {
    const url = toApp(browserUrl);
    if (browserUrl !== this.#loading) {
      const event = cancellable({ url, isMainFrame, isSameDocument: false });
      this.emit('will-frame-navigate', event);
      if (event.isPrevented()) {
        note('navigationDenied', url);
        return false;
      }
    }
    this.#loading = '';
    this.emit('did-start-navigation', { url, isMainFrame, isSameDocument: false });
    return true;
  }

  #frameDouble(frame: Frame): WebFrameDouble {
    const found = this.#framesByPage.get(frame) ?? new WebFrameDouble(frame);
    this.#framesByPage.set(frame, found);
    return found;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContentsDouble;

  constructor(options: WindowOptions) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.webContents = new WebContentsDouble(options);
    note('window', options);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = async (url: string): Promise<void> => {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  };
  show = (): void => note('show', null);
  focus = (): void => note('focus', null);
  restore = (): void => note('restore', null);
  isMinimized = (): boolean => false;
  destroy = (): void => void this.webContents.destroy();
}

const titleOtherThan = ({ previous }: { previous: string }): string | false =>
  document.title !== previous && document.title;

const deliver = ({ inbox, channel, message }: { inbox: string; channel: string; message: unknown }): void => {
  const page = globalThis as unknown as Record<string, ((channel: string, message: unknown) => void) | undefined>;
  page[inbox]?.(channel, message);
};

/** A window that a page opens has no frame yet when its first request comes. */
const frameOf = (request: PageRequest): Frame | null => {
  try {
    return request.frame();
  } catch {
    return null;
  }
};
