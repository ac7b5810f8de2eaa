/** How the window reaches the core: through the shell's bridge or over a socket. Messages are those of the contract's wire. */
export type Transport = {
  readonly start: (listeners: TransportListeners) => void;
  /** False when the message could not leave; it is not kept. */
  readonly send: (message: unknown) => boolean;
  readonly stop: () => void;
};

export type ConnectionState = 'connecting' | 'online' | 'offline';

export type TransportListeners = {
  readonly onMessage: (message: unknown) => void;
  readonly onState: (state: ConnectionState) => void;
};

/** What the preload leaves on `window.komplekt`: messages out and in, nothing else. */
export type ShellBridge = {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
};

/** The window inside the shell. Main is always there: it is what shows this page. */
export const createShellTransport = (bridge: ShellBridge): Transport => ({
  start: ({ onMessage, onState }) => {
    bridge.onMessage(onMessage);
    onState('online');
  },
  send: (message) => {
    bridge.send(message);
    return true;
  },
  stop: () => {},
});

export type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

export type SocketTransportDeps = {
  readonly openSocket: () => SocketLike;
  /** Runs the action after the delay; gives back how to call it off. */
  readonly later: (action: () => void, delayMs: number) => () => void;
};

const FIRST_DELAY_MS = 500;
const LAST_DELAY_MS = 8000;

/** The window in a browser. A lost socket is opened again, each time after a longer rest. */
export const createSocketTransport = ({ openSocket, later }: SocketTransportDeps): Transport => {
  let socket: SocketLike | null = null;
  let isOpen = false;
  let cancelRetry: (() => void) | null = null;
  let delayMs = FIRST_DELAY_MS;

  const connect = (listeners: TransportListeners): void => {
    const current = openSocket();
    socket = current;
    current.addEventListener('open', () => {
      isOpen = true;
      delayMs = FIRST_DELAY_MS;
      listeners.onState('online');
    });
    current.addEventListener('message', ({ data }) => listeners.onMessage(parseJson(data)));
    current.addEventListener('close', () => {
      if (socket !== current) return;
      isOpen = false;
      listeners.onState('offline');
      cancelRetry = later(() => connect(listeners), delayMs);
      delayMs = Math.min(delayMs * 2, LAST_DELAY_MS);
    });
  };

  return {
    start: (listeners) => {
      listeners.onState('connecting');
      connect(listeners);
    },
    send: (message) => {
      if (isOpen) socket?.send(JSON.stringify(message));
      return isOpen;
    },
    stop: () => {
      cancelRetry?.();
      const last = socket;
      socket = null;
      isOpen = false;
      last?.close();
    },
  };
};

/** The transport of this page: the shell's bridge when the preload has left one, else the socket of the own origin. */
export const createPageTransport = (page: Window & { readonly komplekt?: ShellBridge }): Transport => {
  if (page.komplekt !== undefined) return createShellTransport(page.komplekt);
  const address = new URL('/channel', page.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return createSocketTransport({
    openSocket: () => new WebSocket(address),
    later: (action, delayMs) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
  });
};

const parseJson = (data: unknown): unknown => {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
};
