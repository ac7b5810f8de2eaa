import { expect, test } from 'vitest';
import { createShellTransport, createSocketTransport, type SocketLike } from '#renderer/bridge/transports.ts';

/** A socket whose life the test directs. */
const aSocket = () => {
  const target = new EventTarget();
  const sent: string[] = [];
  const socket: SocketLike = {
    send: (text) => void sent.push(typeof text === 'string' ? text : 'not text'),
    close: () => void target.dispatchEvent(new Event('close')),
    addEventListener: target.addEventListener.bind(target) as SocketLike['addEventListener'],
  };
  return {
    socket,
    sent,
    open: () => target.dispatchEvent(new Event('open')),
    close: () => target.dispatchEvent(new Event('close')),
    receive: (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data })),
  };
};

const start = () => {
  const sockets: ReturnType<typeof aSocket>[] = [];
  const delays: number[] = [];
  const states: string[] = [];
  const messages: unknown[] = [];
  let retry: (() => void) | null = null;
  const transport = createSocketTransport({
    openSocket: () => {
      const made = aSocket();
      sockets.push(made);
      return made.socket;
    },
    later: (action, delayMs) => {
      delays.push(delayMs);
      retry = action;
      return () => {
        retry = null;
      };
    },
  });
  transport.start({ onMessage: (message) => messages.push(message), onState: (state) => states.push(state) });
  const last = () => {
    const found = sockets.at(-1);
    if (found === undefined) throw new Error('no socket was opened');
    return found;
  };
  return { transport, sockets, delays, states, messages, last, retry: () => retry?.() };
};

test('messages go and come as JSON, and nothing is sent before the socket is open', () => {
  const { transport, last, messages } = start();
  expect(transport.send({ id: 1 })).toBe(false);
  last().open();
  expect(transport.send({ id: 2 })).toBe(true);
  expect(last().sent).toEqual(['{"id":2}']);
  last().receive('{"id":2,"ok":true}');
  last().receive('not JSON');
  expect(messages).toEqual([{ id: 2, ok: true }, null]);
});

test('a lost socket is opened again after growing rests, and a good one resets them', () => {
  const { last, retry, delays, states } = start();
  last().open();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    last().close();
    retry();
  }
  last().open();
  last().close();
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 8000, 500]);
  expect(states.slice(0, 3)).toEqual(['connecting', 'online', 'offline']);
  expect(states.slice(-2)).toEqual(['online', 'offline']);
});

test('a stopped transport opens nothing any more', () => {
  const { transport, last, retry, sockets, states } = start();
  last().open();
  last().close();
  transport.stop();
  retry();
  expect(sockets).toHaveLength(1);
  expect(states.at(-1)).toBe('offline');
});

test('inside the shell the bridge is online at once', () => {
  const sent: unknown[] = [];
  const states: string[] = [];
  const messages: unknown[] = [];
  let tell: ((message: unknown) => void) | null = null;
  const transport = createShellTransport({
    send: (message) => void sent.push(message),
    onMessage: (listener) => {
      tell = listener;
    },
  });
  transport.start({ onMessage: (message) => messages.push(message), onState: (state) => states.push(state) });
  expect(transport.send({ id: 1 })).toBe(true);
  (tell as ((message: unknown) => void) | null)?.({ id: 1, ok: true });
  expect([sent, messages, states]).toEqual([[{ id: 1 }], [{ id: 1, ok: true }], ['online']]);
});
