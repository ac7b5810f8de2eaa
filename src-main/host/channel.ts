import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/**
 * Questions, answers and facts over anything that carries messages: a worker's port, a socket. Both ends are equal:
 * each may ask and each may tell. Messages hold plain data only; over a socket they are JSON.
 */
export type Channel = {
  /** Never hangs: `closed` when the other side is gone, `failed` when it could not answer. */
  readonly call: (name: string, data: unknown) => Promise<Result<unknown, ChannelFailure>>;
  /** Tells a fact; nobody answers. */
  readonly tell: (name: string, data: unknown) => void;
  /** Answers the other side's questions of these names from now on. */
  readonly serve: (handlers: ChannelHandlers) => void;
  readonly onFact: (listener: FactListener) => void;
  /** A message from the other side. What is not of this protocol is passed over. */
  readonly receive: (message: unknown) => void;
  /** The other side is gone: every waiting call is answered with `closed`, and later ones at once. */
  readonly close: () => void;
};

export type ChannelFailure = 'closed' | 'failed';

/** Answers by name. A thrown error becomes `failed` for the asker and is reported on this side, it never crosses. */
export type ChannelHandlers = Readonly<Record<string, (data: unknown) => Promise<unknown>>>;

type FactListener = (name: string, data: unknown) => void;

export type ChannelOptions = {
  readonly post: (message: ChannelMessage) => void;
  readonly onFailure: (name: string, error: unknown) => void;
};

const channelMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.number().int(), name: z.string().max(100), data: z.unknown() }),
  z.object({ kind: z.literal('answer'), id: z.number().int(), ok: z.boolean(), data: z.unknown() }),
  z.object({ kind: z.literal('fact'), name: z.string().max(100), data: z.unknown() }),
]);
export type ChannelMessage = z.infer<typeof channelMessage>;

export const createChannel = ({ post, onFailure }: ChannelOptions): Channel => {
  const handlersByName = new Map<string, ChannelHandlers[string]>();
  const listeners: FactListener[] = [];
  const waitingById = new Map<number, (result: Result<unknown, ChannelFailure>) => void>();
  let isClosed = false;
  let lastId = 0;

  const postWhileOpen = (message: ChannelMessage): void => {
    if (!isClosed) post(message);
  };

  const answer = async (id: number, name: string, data: unknown): Promise<void> => {
    try {
      const handler = handlersByName.get(name);
      if (handler === undefined) throw new Error(`nobody answers ${name}`);
      postWhileOpen({ kind: 'answer', id, ok: true, data: await handler(data) });
    } catch (error) {
      onFailure(name, error);
      postWhileOpen({ kind: 'answer', id, ok: false, data: null });
    }
  };

  const settle = (id: number, result: Result<unknown, ChannelFailure>): void => {
    const resolve = waitingById.get(id);
    waitingById.delete(id);
    resolve?.(result);
  };

  return {
    call: (name, data) =>
      new Promise((resolve) => {
        if (isClosed) {
          resolve(err('closed'));
          return;
        }
        lastId += 1;
        waitingById.set(lastId, resolve);
        post({ kind: 'call', id: lastId, name, data });
      }),
    tell: (name, data) => postWhileOpen({ kind: 'fact', name, data }),
    serve: (handlers) => {
      for (const [name, handler] of Object.entries(handlers)) handlersByName.set(name, handler);
    },
    onFact: (listener) => void listeners.push(listener),
    receive: (raw) => {
      const parsed = channelMessage.safeParse(raw);
      if (isClosed || !parsed.success) return;
      const message = parsed.data;
      if (message.kind === 'call') void answer(message.id, message.name, message.data);
      else if (message.kind === 'answer') settle(message.id, message.ok ? ok(message.data) : err('failed'));
      else for (const listener of listeners) listener(message.name, message.data);
    },
    close: () => {
      isClosed = true;
      for (const id of waitingById.keys()) settle(id, err('closed'));
    },
  };
};
