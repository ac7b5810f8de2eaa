import { err, ok, type Result } from '#shared/kernel/result.ts';
import { instantOf, forRead, type CallFailure } from '../call-failure.ts';
import type { AddressRefusal } from '../../transport/address.ts';
import { parseWebhook } from '../../transport/address.ts';
import type {
  Answer,
  Attempt,
  Connector,
  ConnectorSettings,
  LookUp,
  PushOperation,
  PushOutcome,
} from '../connector.ts';
import type { Bitrix } from './bitrix.ts';
import { calibrate } from './calibrate.ts';
import { changes, stamps } from './changes.ts';
import { describe, dictionaries } from './dictionaries.ts';
import { typeIdOf } from './entities.ts';
import { feedsOf, sourceOf } from './feeds.ts';
import { createFieldBook } from './field-kinds.ts';
import { createNameBook } from './names.ts';
import { createPortal, type PortalDeps } from './portal.ts';
import { probe } from './probe.ts';
import { lookUpMessage, lookUpPaymentLink, pushMessage, pushPaymentLink } from './push-channel.ts';
import { addComment, lookUpComment } from './push-comment.ts';
import { download, lookUpFile, pushFile } from './push-file.ts';
import { createItem, lookUpFields, lookUpItem, lookUpLines, moveItem, setLines, updateItem } from './push-item.ts';
import { lookUpRequisites, pushRequisites } from './push-requisites.ts';
import { closeTask, createTask, lookUpClosed, lookUpTask } from './push-task.ts';
import { readRefs } from './read.ts';
import { estimate, scan } from './scan.ts';
import { UNCALIBRATED } from './stamps.ts';

/** A connector of one webhook of Битрикс24. Makes no call by itself. */
export const createBitrix24 = (deps: PortalDeps, settings: ConnectorSettings): Result<Connector, AddressRefusal> => {
  const address = parseWebhook(settings.address, settings.token);
  if (!address.ok) return address;
  const portal = createPortal(deps, address.value);
  const { mapping } = settings;
  const bitrix: Bitrix = {
    portal,
    pace: deps.pace,
    fieldBook: createFieldBook(portal, deps.pace.now),
    nameBook: createNameBook(portal, deps.pace.now),
    mapping,
    calibration: settings.calibration ?? UNCALIBRATED,
    observed: { skewMinutes: null },
    originator: `KOMPLEKT-${settings.installation}`,
  };
  return ok({
    system: 'bitrix24',
    feeds: feedsOf(mapping),
    probe: async (signal) => answerOf(await probe(bitrix, signal)),
    calibrate: async (signal) => answerOf(await calibrate(bitrix, signal)),
    dictionaries: async (signal) => answerOf(await dictionaries(bitrix, signal)),
    describe: async (entity, signal) => {
      const type = typeIdOf(entity, mapping, mapping.processes[0] ?? null);
      return type === null ? ok([]) : answerOf(await describe(bitrix, type, signal));
    },
    estimate: async (feed, part, signal) => answerOf(await estimate(bitrix, sourceOf(feed, mapping), part, signal)),
    scan: async (request, signal) => answerOf(await scan(bitrix, request, signal)),
    changes: async (request, signal) => answerOf(await changes(bitrix, request, signal)),
    stamps: async (request, signal) => answerOf(await stamps(bitrix, request, signal)),
    read: async (refs, signal) => answerOf(await readRefs(bitrix, refs, signal)),
    push: (operation, signal) => push(bitrix, operation, signal),
    lookUp: (operation, attempt, signal) => lookUp(bitrix, operation, attempt, signal),
    download: async (owner, file, signal) => answerOf(await download(bitrix, owner, file, signal)),
    address: portal.webhook,
    serverNow: () => {
      const ms = portal.serverNow();
      return ms === null ? null : instantOf(ms);
    },
    limits: portal.limits,
  });
};

const answerOf = <T>(result: Result<T, CallFailure>): Answer<T> => (result.ok ? result : err(forRead(result.error)));

const push = (bitrix: Bitrix, operation: PushOperation, signal: AbortSignal): Promise<PushOutcome> => {
  switch (operation.kind) {
    case 'create':
      return operation.entity === 'task'
        ? createTask(bitrix, operation, signal)
        : createItem(bitrix, operation, signal);
    case 'update':
      return updateItem(bitrix, operation, signal);
    case 'stage':
      return moveItem(bitrix, operation, signal);
    case 'lines':
      return setLines(bitrix, operation, signal);
    case 'requisites':
      return pushRequisites(bitrix, operation, signal);
    case 'closeTask':
      return closeTask(bitrix, operation, signal);
    case 'comment':
      return addComment(bitrix, operation.ref, operation.text, signal);
    case 'file':
      return pushFile(bitrix, operation, signal);
    case 'message':
      return pushMessage(bitrix, operation, signal);
    case 'paymentLink':
      return pushPaymentLink(bitrix, operation, signal);
  }
};

const lookUp = async (
  bitrix: Bitrix,
  operation: PushOperation,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<LookUp> => {
  switch (operation.kind) {
    case 'create':
      return operation.entity === 'task'
        ? lookUpTask(bitrix, operation, attempt, signal)
        : lookUpItem(bitrix, operation, signal);
    case 'update':
      return lookUpFields(bitrix, operation.ref, operation.fields, signal);
    case 'stage':
      return lookUpFields(bitrix, operation.ref, { stage: operation.stage }, signal);
    case 'lines':
      return lookUpLines(bitrix, operation.ref, operation.lines, signal);
    case 'requisites':
      return lookUpRequisites(bitrix, operation, signal);
    case 'closeTask':
      return lookUpClosed(bitrix, operation, signal);
    case 'comment':
      return lookUpComment(bitrix, operation.ref, operation.text, attempt, signal);
    case 'file':
      return lookUpFile(bitrix, operation, signal);
    case 'message':
      return lookUpMessage(bitrix, operation, signal);
    case 'paymentLink':
      return lookUpPaymentLink();
  }
};
