import { EventEmitter } from 'node:events';
import type { Route } from 'playwright-core';
import { app } from './app.ts';
import { isAppInBrowser, toApp } from './addresses.ts';
import { note } from './journal.ts';

type SchemeHandler = (request: Request) => Promise<Response> | Response;
type BeforeRequest = (details: { url: string }, answer: (decision: { cancel?: boolean }) => void) => void;

const declaredSchemes = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string }[]): void => {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) declaredSchemes.add(scheme);
  },
};

export class SessionDouble extends EventEmitter {
  readonly #handlers = new Map<string, SchemeHandler>();
  #beforeRequest: BeforeRequest | null = null;

  readonly protocol = {
    handle: (scheme: string, handler: SchemeHandler): void => {
      if (!declaredSchemes.has(scheme))
        throw new Error(`the scheme ${scheme} was not declared before the app was ready`);
      this.#handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener;
    },
  };
  setPermissionRequestHandler = (handler: unknown): void => note('permissionRequestHandler', typeof handler);
  setPermissionCheckHandler = (handler: unknown): void => note('permissionCheckHandler', typeof handler);

  /** What Chromium would do with a request of a page in this session. There is no network behind the double. */
  answer = async (route: Route): Promise<void> => {
    const url = route.request().url();
    if (await this.#isCancelled(url)) return route.abort('blockedbyclient');
    if (isAppInBrowser(url)) return this.#serve(route, toApp(url));
    if (url.startsWith('file:')) return route.continue();
    note('network', url);
    return route.abort('internetdisconnected');
  };

  #isCancelled(url: string): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (listener === null) return Promise.resolve(false);
    return new Promise((resolve) => {
      listener({ url }, ({ cancel = false }) => resolve(cancel));
    });
  }

  async #serve(route: Route, url: string): Promise<void> {
    const handler = this.#handlers.get('app');
    if (handler === undefined) return route.abort('failed');
    const response = await handler(new Request(url, { method: route.request().method() }));
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}

const partitions = new Map<string, SessionDouble>();

export const session = {
  defaultSession: new SessionDouble(),
  fromPartition: (name: string): SessionDouble => {
    const found = partitions.get(name) ?? new SessionDouble();
    partitions.set(name, found);
    return found;
  },
};
