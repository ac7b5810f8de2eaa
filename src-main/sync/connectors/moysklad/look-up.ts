import type { CrmLine, CrmRef } from '#shared/domain/crm/row.ts';
import { forRead } from '../call-failure.ts';
import type { Attempt, FieldTexts, LookUp, PushOperation } from '../connector.ts';
import { ABSENT, found } from '../push-outcome.ts';
import { EXPAND, rowsOf } from './entity-rows.ts';
import { filterText, query } from './filter.ts';
import { readOne } from './lists.ts';
import { lookUpFile, lookUpNote } from './push-attached.ts';
import type { Sklad } from './sklad.ts';
import { rowsIn, TYPES } from './wire.ts';

type Of<Kind extends PushOperation['kind']> = Extract<PushOperation, { kind: Kind }>;

const TOLERANCE_MS = 5 * 60_000;

/** Is it there? Never writes. */
export const lookUp = async (
  sklad: Sklad,
  operation: PushOperation,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<LookUp> => {
  switch (operation.kind) {
    case 'create':
      return operation.entity === 'task'
        ? lookUpTask(sklad, operation, attempt, signal)
        : lookUpByKey(sklad, operation, signal);
    case 'update':
      return lookUpFields(sklad, operation.ref, operation.fields, signal);
    case 'stage':
      return lookUpFields(sklad, operation.ref, { stage: operation.stage }, signal);
    case 'closeTask':
      return lookUpFields(sklad, operation.ref, { state: 'done' }, signal);
    case 'lines':
      return lookUpLines(sklad, operation.ref, operation.lines, signal);
    case 'comment':
      return lookUpNote(sklad, operation, attempt, signal);
    case 'file':
      return lookUpFile(sklad, operation, signal);
    // A `PUT` of the same requisites twice is once: it simply goes again.
    case 'requisites':
    case 'message':
    case 'paymentLink':
      return ABSENT;
  }
};

const lookUpByKey = async (sklad: Sklad, operation: Of<'create'>, signal: AbortSignal): Promise<LookUp> => {
  const type = TYPES[operation.entity];
  if (type === undefined) return ABSENT;
  const filter = filterText([['externalCode', '=', operation.key]]);
  const path = `entity/${type}${query({ limit: 2, filter, expand: EXPAND[operation.entity] ?? '' })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return forRead(answer.error);
  const rows = await rowsOf(sklad, operation.entity, rowsIn(answer.value), signal);
  if (!rows.ok) return forRead(rows.error);
  const row = rows.value.rows.find(({ key }) => key === operation.key);
  return row === undefined ? ABSENT : found({ entity: row.entity, id: row.id }, row);
};

/** Tasks keep no key: the same text, made since the attempt, is ours. */
const lookUpTask = async (
  sklad: Sklad,
  operation: Of<'create'>,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<LookUp> => {
  const path = `entity/task${query({ limit: 100, order: 'created,desc' })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return forRead(answer.error);
  const rows = await rowsOf(sklad, 'task', rowsIn(answer.value), signal);
  if (!rows.ok) return forRead(rows.error);
  const since = Date.parse(attempt.startedAt) - TOLERANCE_MS;
  const owner = operation.links['owner'] ?? operation.links['order'] ?? null;
  const row = rows.value.rows.find(
    ({ fields, links, createdAt }) =>
      fields['title'] === operation.fields['title'] &&
      Date.parse(createdAt ?? '') >= since &&
      (owner === null || links['owner']?.id === owner.id),
  );
  return row === undefined ? ABSENT : found({ entity: 'task', id: row.id }, row);
};

const lookUpFields = async (sklad: Sklad, ref: CrmRef, wanted: FieldTexts, signal: AbortSignal): Promise<LookUp> => {
  const now = await readOne(sklad, ref, signal);
  if (!now.ok) return forRead(now.error);
  const isThere = Object.entries(wanted).every(
    ([name, value]) => !(name in now.value.fields) || (now.value.fields[name] ?? '') === (value ?? ''),
  );
  return isThere ? found(ref, now.value) : ABSENT;
};

const lookUpLines = async (
  sklad: Sklad,
  ref: CrmRef,
  lines: readonly CrmLine[],
  signal: AbortSignal,
): Promise<LookUp> => {
  const now = await readOne(sklad, ref, signal);
  if (!now.ok) return forRead(now.error);
  const there = now.value.lines ?? [];
  const isSame = there.length === lines.length && there.every((line, index) => essence(line) === essence(lines[index]));
  return isSame ? found(ref, now.value) : ABSENT;
};

const essence = (line: CrmLine | undefined): string =>
  line === undefined
    ? ''
    : [line.name, line.quantity, line.price, line.discountPercent, line.vatRate ?? 'none'].join('|');
