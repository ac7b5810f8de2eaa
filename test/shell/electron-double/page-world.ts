/** What the double leaves in a page until its preload has taken it. */
export const BINDING = '__electronDoubleSend';
/** Where messages of main enter the page. */
export const INBOX = '__electronDoubleInbox';

/** Runs in the page's main frame before its own scripts: the preload, with `electron` and nothing else to require. */
export const pageWorldScript = (preloadSource: string): string => `(() => {
  if (window !== window.top || location.protocol === 'about:') return;
  const electron = (${String(createRendererElectron)})(${JSON.stringify(BINDING)}, ${JSON.stringify(INBOX)});
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('module not found: ' + name);
  };
  const module = { exports: {} };
  ((exports, require, module) => {
${preloadSource}
  })(module.exports, require, module);
})();`;

/** Becomes text: it may use nothing from outside itself. */
function createRendererElectron(binding: string, inbox: string): unknown {
  type Listener = (event: object, ...args: unknown[]) => void;
  type Send = (name: string, ...args: unknown[]) => Promise<void>;
  const page = globalThis as unknown as Record<string, unknown>;
  const send = page[binding] as Send;
  delete page[binding];
  const listenersByChannel = new Map<string, Listener[]>();

  Object.defineProperty(page, inbox, {
    value: (channel: string, message: unknown) => {
      for (const listener of listenersByChannel.get(channel) ?? []) listener({}, message);
    },
  });
  page['open'] = (address = '') => {
    void send('window-open', new URL(address, location.href).href);
    return null;
  };

  /** The context bridge copies plain data and wraps functions; anything else it refuses. */
  const copy = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => copy((value as (...a: unknown[]) => unknown)(...args.map(copy)));
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned');
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each)])));
  };

  return {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        Object.defineProperty(page, name, { value: copy(api), enumerable: true });
      },
    },
    ipcRenderer: {
      send: (channel: string, message: unknown) => void send('ipc', channel, structuredClone(message)),
      on: (channel: string, listener: Listener) => {
        listenersByChannel.set(channel, [...(listenersByChannel.get(channel) ?? []), listener]);
      },
    },
  };
}
