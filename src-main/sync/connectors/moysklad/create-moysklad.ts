import { err, ok, type Result } from '#shared/kernel/result.ts';
import { parseMoySkladAddress, type AddressRefusal } from '../../transport/address.ts';
import { forRead, instantOf, type CallFailure } from '../call-failure.ts';
import type { Answer, Connector, ConnectorSettings, PushOperation, PushOutcome } from '../connector.ts';
import { calibrate, describe, dictionaries, probe } from './about.ts';
import { changes, estimate, FEEDS, readRefs, scan, stamps } from './lists.ts';
import { lookUp } from './look-up.ts';
import { createMetadata } from './metadata.ts';
import { closeTask, create, move, setLines, update } from './push.ts';
import { addNote, pushFile, pushRequisites } from './push-attached.ts';
import { createService, type ServiceDeps } from './service.ts';
import type { Sklad } from './sklad.ts';

/** A connector of one employee's token of МойСклад. Makes no call by itself. */
export const createMoySklad = (deps: ServiceDeps, settings: ConnectorSettings): Result<Connector, AddressRefusal> => {
  const address = parseMoySkladAddress(settings.address);
  if (!address.ok) return address;
  if (settings.token === null || settings.token.trim() === '') return err('noToken');
  const service = createService(deps, address.value, settings.token.trim());
  const sklad: Sklad = {
    service,
    pace: deps.pace,
    mapping: settings.mapping,
    metadata: createMetadata(service, deps.pace.now),
  };
  return ok({
    system: 'moysklad',
    feeds: FEEDS,
    probe: async (signal) => answerOf(await probe(sklad, signal)),
    calibrate: async (signal) => answerOf(await calibrate(sklad, signal)),
    dictionaries: async (signal) => answerOf(await dictionaries(sklad, signal)),
    describe: async (entity, signal) => answerOf(await describe(sklad, entity, signal)),
    estimate: async (feed, part, signal) => answerOf(await estimate(sklad, feed, part, signal)),
    scan: async (request, signal) => answerOf(await scan(sklad, request, signal)),
    changes: async (request, signal) => answerOf(await changes(sklad, request, signal)),
    stamps: async (request, signal) => answerOf(await stamps(sklad, request, signal)),
    read: async (refs, signal) => answerOf(await readRefs(sklad, refs, signal)),
    push: (operation, signal) => push(sklad, operation, signal),
    lookUp: (operation, attempt, signal) => lookUp(sklad, operation, attempt, signal),
    download: async (_owner, file, signal) => answerOf(await service.download(`download/${file.id}`, signal)),
    address: () => service.address,
    serverNow: () => {
      const ms = service.serverNow();
      return ms === null ? null : instantOf(ms);
    },
    limits: service.limits,
  });
};

const answerOf = <T>(result: Result<T, CallFailure>): Answer<T> => (result.ok ? result : err(forRead(result.error)));

/** МойСклад has no channels to clients. */
const NO_CHANNEL: PushOutcome = {
  state: 'unsupported',
  code: 'NO_CHANNEL',
  message: 'МойСклад не отправляет сообщений клиентам. Текст можно скопировать и отправить самому.',
};

const push = (sklad: Sklad, operation: PushOperation, signal: AbortSignal): Promise<PushOutcome> => {
  switch (operation.kind) {
    case 'create':
      return create(sklad, operation, signal);
    case 'update':
      return update(sklad, operation, signal);
    case 'stage':
      return move(sklad, operation, signal);
    case 'lines':
      return setLines(sklad, operation, signal);
    case 'requisites':
      return pushRequisites(sklad, operation, signal);
    case 'closeTask':
      return closeTask(sklad, operation, signal);
    case 'comment':
      return addNote(sklad, operation, signal);
    case 'file':
      return pushFile(sklad, operation, signal);
    case 'message':
    case 'paymentLink':
      return Promise.resolve(NO_CHANNEL);
  }
};
