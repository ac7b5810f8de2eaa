import type { Json } from '#shared/domain/crm/json.ts';
import type { CrmLine, CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import type { FieldTexts, LookUp, PushOperation, PushOutcome } from '../connector.ts';
import { forRead } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { observeSkew } from './calibrate.ts';
import { enrich } from './enrich.ts';
import { hasOrigin, itemOf, refOfType, shortCode, typeIdOf } from './entities.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import type { Params } from './php-query.ts';
import { rowsToSet, sameLines } from './product-rows.ts';
import { readItem, rowsOfItems } from './read.ts';
import { linkFields, toRemote } from './to-remote.ts';
import { mapOf, rowsIn, text } from './wire.ts';

type Of<Kind extends PushOperation['kind']> = Extract<PushOperation, { kind: Kind }>;

const NO_SUCH_KIND: PushOutcome = {
  state: 'unsupported',
  code: 'NO_SUCH_KIND',
  message: 'В Битрикс24 нет записей такого вида.',
};

/** Where our key lies in a record: fields of a lead, deal, contact and company, the external code of the others. */
const keyFields = (bitrix: Bitrix, entityTypeId: number, key: string): Params =>
  hasOrigin(entityTypeId)
    ? { originatorId: bitrix.originator, originId: key }
    : { xmlId: `${bitrix.originator}:${key}` };

/** A new record with its key; its lines go in the same request, after it. */
export const createItem = async (
  bitrix: Bitrix,
  operation: Of<'create'>,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const entityTypeId = typeIdOf(operation.entity, bitrix.mapping, operation.type);
  if (entityTypeId === null) return NO_SUCH_KIND;
  const kinds = await bitrix.fieldBook(entityTypeId, signal);
  if (!kinds.ok) return notSent(kinds.error);
  const { fields } = toRemote(entityTypeId, operation.fields, bitrix.mapping, kinds.value);
  const whole = {
    ...fields,
    ...linkFields(operation.links, bitrix.mapping),
    ...keyFields(bitrix, entityTypeId, operation.key),
  };
  const commands: Record<string, { method: string; params: Params }> = {
    add: { method: 'crm.item.add', params: { entityTypeId, fields: whole } },
  };
  if (operation.lines !== null && operation.lines.length > 0)
    commands['rows'] = {
      method: 'crm.item.productrow.set',
      params: {
        ownerType: shortCode(entityTypeId),
        ownerId: '$result[add][item][id]',
        productRows: rowsToSet(operation.lines, []),
      },
    };
  const answer = await bitrix.portal.batch(commands, true, signal);
  if (!answer.ok) return answer.error;
  const added = answer.value.get('add');
  if (added === undefined) return UNANSWERED;
  if (!added.ok) return added.error;
  const raw = mapOf(mapOf(added.value.result)['item']);
  observeSkew(bitrix, raw);
  const rows = await rowsOfItems(bitrix, entityTypeId, [raw], false, signal);
  const row = rows.ok ? (rows.value.rows[0] ?? null) : null;
  const lines = answer.value.get('rows');
  const ref = row ?? refOfType(entityTypeId, text.parse(raw['id']), bitrix.mapping);
  // The record is there; lines that were refused are named, so that they go again as an operation of their own.
  return done({ entity: ref.entity, id: ref.id }, row, { ignored: lines === undefined || lines.ok ? [] : ['lines'] });
};

const UNANSWERED: PushOutcome = {
  state: 'unsupported',
  code: 'NO_ANSWER',
  message: 'Битрикс24 не ответил на часть запроса.',
};

export const lookUpItem = async (bitrix: Bitrix, operation: Of<'create'>, signal: AbortSignal): Promise<LookUp> => {
  const entityTypeId = typeIdOf(operation.entity, bitrix.mapping, operation.type);
  if (entityTypeId === null) return ABSENT;
  const params = {
    entityTypeId,
    filter: keyFields(bitrix, entityTypeId, operation.key),
    order: { id: 'ASC' },
    select: ['*'],
    start: -1,
  };
  const answer = await bitrix.portal.call({ method: 'crm.item.list', params, writes: false }, signal);
  if (!answer.ok) return forRead(answer.error);
  const rows = await rowsOfItems(bitrix, entityTypeId, rowsIn(answer.value.result, 'items').slice(0, 1), false, signal);
  if (!rows.ok) return forRead(rows.error);
  const [row] = rows.value.rows;
  // A filter that a portal ignores would answer somebody else's record: only our own key counts.
  return row === undefined || row.key !== operation.key ? ABSENT : found({ entity: row.entity, id: row.id }, row);
};

const differs = (a: string | null | undefined, b: string | null | undefined): boolean => (a ?? '') !== (b ?? '');

/**
 * Changes the named fields only. The record is read first: a field that is no longer what it was when it was edited, and
 * not what we want either, is a conflict and nothing goes. It is read once more in the very request that writes, so that
 * a change of the last milliseconds is kept as `overwritten` (crm.md §1.9).
 */
export const updateItem = async (
  bitrix: Bitrix,
  operation: Of<'update'>,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const item = itemOf(operation.ref, bitrix.mapping);
  if (item === null) return NO_SUCH_KIND;
  const before = await readItem(bitrix, operation.ref, signal);
  if (!before.ok) return notSent(before.error);
  const { row } = before.value;
  const wanted = Object.entries(operation.fields).filter(([name, value]) => differs(row.fields[name], value));
  const clashing = wanted.filter(([name]) => name in operation.base && differs(row.fields[name], operation.base[name]));
  if (clashing.length > 0) return { state: 'conflict', row, fields: clashing.map(([name]) => name) };
  return writeItem(bitrix, operation.ref, Object.fromEntries(wanted), row, signal);
};

/** The stage alone: it starts robots and may be refused for fields that the stage requires. */
export const moveItem = async (bitrix: Bitrix, operation: Of<'stage'>, signal: AbortSignal): Promise<PushOutcome> => {
  const before = await readItem(bitrix, operation.ref, signal);
  if (!before.ok) return notSent(before.error);
  const { row } = before.value;
  return writeItem(
    bitrix,
    operation.ref,
    differs(row.fields['stage'], operation.stage) ? { stage: operation.stage } : {},
    row,
    signal,
  );
};

const writeItem = async (
  bitrix: Bitrix,
  ref: CrmRef,
  own: FieldTexts,
  before: CrmRow,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const item = itemOf(ref, bitrix.mapping);
  if (item === null) return NO_SUCH_KIND;
  const kinds = await bitrix.fieldBook(item.entityTypeId, signal);
  if (!kinds.ok) return notSent(kinds.error);
  const { fields, sent } = toRemote(item.entityTypeId, own, bitrix.mapping, kinds.value);
  if (Object.keys(fields).length === 0) return done(ref, before);
  const answer = await bitrix.portal.batch(
    {
      pre: { method: 'crm.item.get', params: item },
      upd: { method: 'crm.item.update', params: { ...item, fields: withKept(fields, before) } },
    },
    true,
    signal,
  );
  if (!answer.ok) return answer.error;
  const [pre, upd] = [answer.value.get('pre'), answer.value.get('upd')];
  if (upd === undefined) return UNANSWERED;
  if (!upd.ok) return upd.error;
  const raw = mapOf(mapOf(upd.value.result)['item']);
  observeSkew(bitrix, raw);
  const now = await rowsOfItems(bitrix, item.entityTypeId, [raw], false, signal);
  const row = now.ok ? (now.value.rows[0] ?? null) : null;
  const last = pre?.ok
    ? await rowsOfItems(bitrix, item.entityTypeId, [mapOf(mapOf(pre.value.result)['item'])], false, signal)
    : null;
  const theirs = last?.ok ? last.value.rows[0] : undefined;
  const names = [...sent.keys()];
  const overwritten = names.filter((name) => theirs !== undefined && differs(theirs.fields[name], before.fields[name]));
  const ignored = names.filter((name) => row !== null && differs(row.fields[name], own[name]));
  return done(ref, row, {
    overwritten: Object.fromEntries(overwritten.map((name) => [name, theirs?.fields[name] ?? null])),
    ignored,
  });
};

/** Phones are changed by their id: without it the portal would add a second one. */
const withKept = (fields: { readonly [name: string]: Json }, before: CrmRow): { readonly [name: string]: Json } => {
  if (fields['fm'] === undefined) return fields;
  const known = rowsIn(before.raw['fm'] ?? null, null);
  const fm = rowsIn(fields['fm'], null).map((each) => {
    const same = known.find(({ typeId }) => typeId === each['typeId']);
    return same?.['id'] === undefined ? each : { ...each, id: same['id'] };
  });
  return { ...fields, fm };
};

/** True when the record already says what we want: an unclear update is judged by this. */
export const lookUpFields = async (
  bitrix: Bitrix,
  ref: CrmRef,
  wanted: FieldTexts,
  signal: AbortSignal,
): Promise<LookUp> => {
  const now = await readItem(bitrix, ref, signal);
  if (!now.ok) return forRead(now.error);
  const { row } = now.value;
  const isThere = Object.entries(wanted).every(
    ([name, value]) => !(name in row.fields) || !differs(row.fields[name], value),
  );
  return isThere ? found(ref, row) : ABSENT;
};

/** The whole list at once: `set` replaces it, so that the same request twice is once. */
export const setLines = async (bitrix: Bitrix, operation: Of<'lines'>, signal: AbortSignal): Promise<PushOutcome> => {
  const item = itemOf(operation.ref, bitrix.mapping);
  if (item === null) return NO_SUCH_KIND;
  const owner = { ownerType: shortCode(item.entityTypeId), ownerId: item.id };
  const known = await bitrix.portal.call(
    {
      method: 'crm.item.productrow.list',
      params: { filter: { '=ownerType': owner.ownerType, '=ownerId': item.id } },
      writes: false,
    },
    signal,
  );
  if (!known.ok) return notSent(known.error);
  const productRows = rowsToSet(operation.lines, rowsIn(known.value.result, 'productRows'));
  const answer = await bitrix.portal.call(
    { method: 'crm.item.productrow.set', params: { ...owner, productRows }, writes: true },
    signal,
  );
  return answer.ok ? done(operation.ref) : answer.error;
};

export const lookUpLines = async (
  bitrix: Bitrix,
  ref: CrmRef,
  lines: readonly CrmLine[],
  signal: AbortSignal,
): Promise<LookUp> => {
  const now = await readItem(bitrix, ref, signal);
  if (!now.ok) return forRead(now.error);
  const full = await enrich(bitrix, [now.value.row], signal);
  if (!full.ok) return forRead(full.error);
  const [row] = full.value.rows;
  return row !== undefined && sameLines(row.lines ?? [], lines) ? found(ref, row) : ABSENT;
};
