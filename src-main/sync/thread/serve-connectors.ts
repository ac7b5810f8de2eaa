import type { MessagePort } from 'node:worker_threads';
import type { HttpTransport } from '#main/ports/http.ts';
import type { Logger } from '#main/ports/logger.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Connector, PushOperation } from '../connectors/connector.ts';
import { createConnectorMaker } from '../make-connector.ts';
import type { Pace } from '../transport/pace.ts';
import type { CarriedOperation, FromThread, Question, Standing, ToThread } from './words.ts';

type Outside = { readonly port: MessagePort; readonly http: HttpTransport; readonly pace: Pace };

/**
 * The thread's side: connectors by number, each question answered when the CRM has answered it. Requests, limits, JSON and the
 * mapping into rows happen here; nothing is written down.
 */
export const serveConnectors = ({ port, http, pace }: Outside): void => {
  const connectorById = new Map<number, Connector>();
  const underWay = new Map<number, AbortController>();
  const tell = (message: FromThread): void => port.postMessage(message);

  const log: Logger = {
    info: (event, fields = {}) => tell({ kind: 'log', level: 'info', event, fields }),
    error: (event, fields = {}) => tell({ kind: 'log', level: 'error', event, fields }),
  };

  const make = ({ connector, system, settings }: Extract<ToThread, { kind: 'make' }>): void => {
    const own: Pace = {
      ...pace,
      sleep: (ms, signal) => {
        const waiting = connectorById.get(connector);
        if (waiting !== undefined) tell({ kind: 'standing', connector, standing: standingOf(waiting, pace) });
        return pace.sleep(ms, signal);
      },
    };
    const made = createConnectorMaker({ http, pace: own, log })(system, settings);
    // The address was looked at where the question came from, by the same function.
    if (!made.ok) throw new Error(`a connector without an address: ${made.error}`);
    connectorById.set(connector, made.value);
  };

  const answer = async ({ id, connector, question }: Extract<ToThread, { kind: 'ask' }>): Promise<void> => {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const asked = requireDefined(connectorById.get(connector), 'the connector that is asked');
      const said = await put(asked, question, controller.signal);
      tell({ kind: 'answer', id, answer: said, standing: standingOf(asked, pace) });
    } catch (error) {
      tell({ kind: 'threw', id, trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
    } finally {
      underWay.delete(id);
    }
  };

  port.on('message', (message: ToThread) => {
    if (message.kind === 'make') make(message);
    else if (message.kind === 'forget') connectorById.delete(message.connector);
    else if (message.kind === 'callOff') underWay.get(message.id)?.abort();
    else void answer(message);
  });
};

const standingOf = (connector: Connector, pace: Pace): Standing => ({
  address: connector.address(),
  serverNow: connector.serverNow(),
  at: pace.now(),
  limits: connector.limits(),
});

const put = (connector: Connector, question: Question, signal: AbortSignal): Promise<unknown> => {
  switch (question.method) {
    case 'probe':
    case 'calibrate':
    case 'dictionaries':
      return connector[question.method](signal);
    case 'describe':
      return connector.describe(...question.asked, signal);
    case 'estimate':
      return connector.estimate(...question.asked, signal);
    case 'scan':
      return connector.scan(...question.asked, signal);
    case 'changes':
      return connector.changes(...question.asked, signal);
    case 'stamps':
      return connector.stamps(...question.asked, signal);
    case 'read':
      return connector.read(...question.asked, signal);
    case 'push':
      return connector.push(operationOf(question.asked[0]), signal);
    case 'lookUp':
      return connector.lookUp(operationOf(question.asked[0]), question.asked[1], signal);
    case 'download':
      return connector.download(...question.asked, signal);
  }
};

const operationOf = (carried: CarriedOperation): PushOperation =>
  carried.kind === 'file' ? { ...carried, bytes: () => Promise.resolve(carried.bytes) } : carried;
