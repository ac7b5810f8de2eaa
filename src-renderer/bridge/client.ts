import type { WireError } from '#shared/contract/errors.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/index.ts';
import { wireMessage, type WireEvent } from '#shared/contract/wire.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ConnectionState, Transport } from './transports.ts';

/** The core as the window sees it. */
export type Client = {
  /** Never rejects. While the connection is being made the call waits; when it is lost, the call ends with `internal`. */
  readonly call: <Name extends MethodName>(name: Name, input: InputOf<Name>) => Promise<CallResult<Name>>;
  /** Facts that the core tells; gives back how to stop listening. */
  readonly onEvent: (listener: (event: WireEvent) => void) => () => void;
  readonly state: () => ConnectionState;
  readonly onState: (listener: (state: ConnectionState) => void) => () => void;
  readonly close: () => void;
};

export type CallResult<Name extends MethodName> = Result<OutputOf<Name>, WireError>;

export type ClientOptions = {
  /**
   * In development and tests every answer is checked against the contract; one that does not fit is told here and its
   * call ends with `internal`, so that nobody gets used to it. Null: answers are trusted.
   */
  readonly onOutOfContract: ((method: MethodName, reason: string) => void) | null;
};

/** Instead of an incident of the log: the answer was lost on the way, or never came. */
export const LOST_CONNECTION = 'offline';
/** Instead of an incident of the log: the answer does not fit the contract. */
export const OUT_OF_CONTRACT = 'contract';

type Waiting = {
  readonly message: { readonly id: number; readonly method: MethodName; readonly input: unknown };
  readonly settle: (result: Result<unknown, WireError>) => void;
};

export const createClient = (transport: Transport, { onOutOfContract }: ClientOptions): Client => {
  const waitingById = new Map<number, Waiting>();
  const eventListeners = new Set<(event: WireEvent) => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  let state: ConnectionState = 'connecting';
  let lastId = 0;

  const settle = (id: number, result: Result<unknown, WireError>): void => {
    const waiting = waitingById.get(id);
    waitingById.delete(id);
    waiting?.settle(result);
  };

  const check = (id: number, output: unknown): Result<unknown, WireError> => {
    const method = waitingById.get(id)?.message.method;
    if (onOutOfContract === null || method === undefined) return ok(output);
    const parsed = contract[method].output.safeParse(output);
    if (parsed.success) return ok(output);
    onOutOfContract(method, parsed.error.message);
    return err(internal(OUT_OF_CONTRACT));
  };

  const onMessage = (raw: unknown): void => {
    const parsed = wireMessage.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    if ('event' in message) {
      for (const listener of eventListeners) listener(message.event);
      return;
    }
    settle(message.id, message.ok ? check(message.id, message.output) : err(message.error));
  };

  const onState = (next: ConnectionState): void => {
    state = next;
    for (const [id, { message }] of waitingById) {
      if (next === 'online') transport.send(message);
      if (next === 'offline') settle(id, err(internal(LOST_CONNECTION)));
    }
    for (const listener of stateListeners) listener(next);
  };

  transport.start({ onMessage, onState });

  return {
    call: (name, input) =>
      new Promise((resolve) => {
        if (state === 'offline') {
          resolve(err(internal(LOST_CONNECTION)));
          return;
        }
        lastId += 1;
        const message = { id: lastId, method: name, input };
        // The contract's schema has checked the answer where it was made; in development `check` does it again here.
        waitingById.set(lastId, { message, settle: (result) => resolve(result as CallResult<typeof name>) });
        if (state === 'online') transport.send(message);
      }),
    onEvent: (listener) => listen(eventListeners, listener),
    state: () => state,
    onState: (listener) => listen(stateListeners, listener),
    close: () => transport.stop(),
  };
};

const internal = (incidentId: string): WireError => ({ code: 'internal', data: {}, incidentId });

const listen = <T>(listeners: Set<T>, listener: T): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
