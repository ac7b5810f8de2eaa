import type { Worker } from 'node:worker_threads';
import type { Logger } from '#main/ports/logger.ts';
import type { ConnectorSettings, CrmSystem } from '../connectors/connector.ts';
import type { AnswerTo, FromThread, Question, Standing, ToThread } from './words.ts';

/** `lost`: the thread died with the question; `unsent`: nothing is asked any more. */
export type Told<Value> =
  | { readonly state: 'told'; readonly answer: Value }
  | { readonly state: 'lost' }
  | { readonly state: 'unsent' };

/** One connector of the thread, from here. */
export type Asking = {
  readonly ask: <Asked extends Question>(question: Asked, signal: AbortSignal) => Promise<Told<AnswerTo<Asked>>>;
  /** As the thread last said; null before it said anything. */
  readonly standing: () => Standing | null;
};

type Settings = { readonly system: CrmSystem; readonly settings: ConnectorSettings };

type Waiting = {
  readonly connector: Held;
  readonly settle: (told: Told<unknown>) => void;
  readonly fail: (error: Error) => void;
};

type Held = { readonly id: number; readonly made: Settings; standing: Standing | null };

/** A living thread with what it was told and asked. */
type Thread = {
  readonly worker: Worker;
  readonly connectors: Map<number, Held>;
  readonly waiting: Map<number, Waiting>;
};

/** A question that was called off is answered at once; a thread that does not is stuck. */
const CALL_OFF_MS = 15_000;

/** The line to the thread: it starts with the first question, again after a death, and keeps no idle program running. */
export const createThreadLine = (start: () => Worker, logger: Logger, callOffMs = CALL_OFF_MS) => {
  let living: Thread | null = null;
  let isClosed = false;
  let lastConnector = 0;
  let lastQuestion = 0;

  const begin = (): Thread => {
    const thread: Thread = { worker: start(), connectors: new Map(), waiting: new Map() };
    thread.worker.on('message', (message: FromThread) => receive(thread, message));
    thread.worker.on('error', (error) => {
      logger.error('crm.threadFailed', { name: error instanceof Error ? error.name : 'unknown' });
    });
    thread.worker.on('exit', (exitCode) => {
      if (living === thread) living = null;
      if (!isClosed) logger.error('crm.threadEnded', { exitCode });
      for (const { settle } of thread.waiting.values()) settle({ state: 'lost' });
      thread.waiting.clear();
    });
    return thread;
  };

  const receive = (thread: Thread, message: FromThread): void => {
    if (message.kind === 'log') {
      logger[message.level](message.event, message.fields);
      return;
    }
    if (message.kind === 'standing') {
      const connector = thread.connectors.get(message.connector);
      if (connector !== undefined) connector.standing = message.standing;
      return;
    }
    const waiting = thread.waiting.get(message.id);
    thread.waiting.delete(message.id);
    // An idle thread does not keep the program running.
    if (thread.waiting.size === 0) thread.worker.unref();
    if (message.kind === 'threw') {
      waiting?.fail(new Error(message.trace));
      return;
    }
    if (waiting !== undefined) waiting.connector.standing = message.standing;
    waiting?.settle({ state: 'told', answer: message.answer });
  };

  const tell = ({ worker }: Thread, message: ToThread): void => worker.postMessage(message, []);

  /** The thread that knows this connector. */
  const threadFor = (connector: Held): Thread => {
    living ??= begin();
    if (!living.connectors.has(connector.id)) {
      living.connectors.set(connector.id, connector);
      tell(living, { kind: 'make', connector: connector.id, ...connector.made });
    }
    return living;
  };

  /** Where an account got a new key or mapping, the connector of the old one goes with its last user. */
  const unused = new FinalizationRegistry((id: number) => {
    if (living?.connectors.delete(id)) tell(living, { kind: 'forget', connector: id });
  });

  const ask = (connector: Held, question: Question, signal: AbortSignal): Promise<Told<unknown>> =>
    new Promise((resolve, reject) => {
      if (isClosed || signal.aborted) {
        resolve({ state: 'unsent' });
        return;
      }
      const thread = threadFor(connector);
      lastQuestion += 1;
      const id = lastQuestion;
      let stuck: NodeJS.Timeout | undefined;
      const callOff = (): void => {
        tell(thread, { kind: 'callOff', id });
        stuck = setTimeout(() => void thread.worker.terminate(), callOffMs).unref();
      };
      const end = (): void => {
        clearTimeout(stuck);
        signal.removeEventListener('abort', callOff);
      };
      thread.waiting.set(id, {
        connector,
        settle: (told) => {
          end();
          resolve(told);
        },
        fail: (error) => {
          end();
          reject(error);
        },
      });
      signal.addEventListener('abort', callOff, { once: true });
      thread.worker.ref();
      tell(thread, { kind: 'ask', id, connector: connector.id, question });
    });

  const connect = (system: CrmSystem, settings: ConnectorSettings): Asking => {
    lastConnector += 1;
    const held: Held = { id: lastConnector, made: { system, settings }, standing: null };
    // What comes back is what the thread made of this very question.
    const askIt: Asking['ask'] = (question, signal) =>
      ask(held, question, signal) as Promise<Told<AnswerTo<typeof question>>>;
    unused.register(askIt, held.id);
    return { ask: askIt, standing: () => held.standing };
  };

  return {
    connect,
    close: async (): Promise<void> => {
      isClosed = true;
      await living?.worker.terminate();
    },
  };
};
