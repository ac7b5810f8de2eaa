import type { Worker } from 'node:worker_threads';
import type { HttpTransport } from '#main/ports/http.ts';
import type { Logger } from '#main/ports/logger.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { instantOf, later, unclearSince } from '../connectors/call-failure.ts';
import type { Connector, PushOperation } from '../connectors/connector.ts';
import type { CrmFailure } from '../connectors/failure.ts';
import type { EngineDeps } from '../engine/engine-deps.ts';
import { createConnectorMaker } from '../make-connector.ts';
import type { Pace } from '../transport/pace.ts';
import { createThreadLine, type Asking } from './thread-line.ts';
import type { AnswerTo, CarriedOperation, Question, Standing } from './words.ts';

export type ConnectorsApart = {
  readonly makeConnector: EngineDeps['makeConnector'];
  /** Ends the thread; what is still asked is answered as by a broken line. */
  readonly close: () => Promise<void>;
};

type Outside = {
  /** A new thread that runs `serveConnectors`. */
  readonly start: () => Worker;
  readonly pace: Pace;
  readonly logger: Logger;
};

/** How soon a line that broke with its thread is tried again. */
const PAUSE_MS = 10_000;

const BROKEN = 'Обмен с CRM прервался внутри программы. Ничего не потеряно, программа продолжит сама.';

/**
 * Connectors in a thread of their own: the base and the screens never wait for requests, JSON and mapping. A thread that dies is a
 * broken line, by the same rules: a write may have arrived and is looked up, a read is made again, a new thread starts with
 * the next question.
 */
export const createConnectorsApart = ({ start, pace, logger }: Outside): ConnectorsApart => {
  const line = createThreadLine(start, logger);
  // Addresses and feeds are known without a request; this copy never makes one.
  const shapeOf = createConnectorMaker({ http: SILENT, pace, log: logger });

  const makeConnector: EngineDeps['makeConnector'] = (system, settings) => {
    const shape = shapeOf(system, settings);
    return shape.ok ? ok(connectorOver(line.connect(system, settings), shape.value, pace)) : shape;
  };
  return { makeConnector, close: line.close };
};

const SILENT: HttpTransport = {
  send: () => Promise.resolve(err({ code: 'offline', mayHaveArrived: false })),
};

const connectorOver = ({ ask, standing }: Asking, shape: Connector, pace: Pace): Connector => {
  const known = (): Standing =>
    standing() ?? { address: shape.address(), serverNow: null, at: pace.now(), limits: shape.limits() };
  const broken = (why: 'busy' | 'cancelled'): CrmFailure => later(why, 'portal', pace.now() + PAUSE_MS, BROKEN);

  const read = async <Asked extends Question>(
    question: Asked,
    signal: AbortSignal,
  ): Promise<AnswerTo<Asked> | ReturnType<typeof err<CrmFailure>>> => {
    const told = await ask(question, signal);
    return told.state === 'told' ? told.answer : err(broken(told.state === 'unsent' ? 'cancelled' : 'busy'));
  };

  return {
    system: shape.system,
    feeds: shape.feeds,
    probe: (signal) => read({ method: 'probe', asked: [] }, signal),
    calibrate: (signal) => read({ method: 'calibrate', asked: [] }, signal),
    dictionaries: (signal) => read({ method: 'dictionaries', asked: [] }, signal),
    describe: (entity, signal) => read({ method: 'describe', asked: [entity] }, signal),
    estimate: (feed, part, signal) => read({ method: 'estimate', asked: [feed, part] }, signal),
    scan: (request, signal) => read({ method: 'scan', asked: [request] }, signal),
    changes: (request, signal) => read({ method: 'changes', asked: [request] }, signal),
    stamps: (request, signal) => read({ method: 'stamps', asked: [request] }, signal),
    read: (refs, signal) => read({ method: 'read', asked: [refs] }, signal),
    download: (owner, file, signal) => read({ method: 'download', asked: [owner, file] }, signal),
    push: async (operation, signal) => {
      const told = await ask({ method: 'push', asked: [await carried(operation)] } as const, signal);
      if (told.state === 'told') return told.answer;
      return told.state === 'unsent' ? broken('cancelled') : unclearSince(pace.now());
    },
    lookUp: async (operation, attempt, signal) => {
      const told = await ask({ method: 'lookUp', asked: [await carried(operation), attempt] } as const, signal);
      return told.state === 'told' ? told.answer : broken(told.state === 'unsent' ? 'cancelled' : 'busy');
    },
    address: () => known().address,
    // Heard once, its clock goes on here: a window must not end where the last answer came.
    serverNow: () => {
      const { serverNow, at } = known();
      return serverNow === null ? null : instantOf(Date.parse(serverNow) + pace.now() - at);
    },
    limits: () => known().limits,
  };
};

const carried = async (operation: PushOperation): Promise<CarriedOperation> =>
  operation.kind === 'file' ? { ...operation, bytes: await operation.bytes() } : operation;
