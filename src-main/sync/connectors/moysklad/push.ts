import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmLine, CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { forRead, type CallFailure } from '../call-failure.ts';
import type { FieldTexts, PushOperation, PushOutcome } from '../connector.ts';
import { done, notSent } from '../push-outcome.ts';
import { rowsOf } from './entity-rows.ts';
import { filterText, query } from './filter.ts';
import { readOne } from './lists.ts';
import type { TypeMetadata } from './metadata.ts';
import { positionOf } from './positions.ts';
import type { Sklad } from './sklad.ts';
import { bodyOf, linksBody, taskBody } from './to-remote.ts';
import { rowsIn, text, TYPES } from './wire.ts';

type Of<Kind extends PushOperation['kind']> = Extract<PushOperation, { kind: Kind }>;

const NO_SUCH_KIND: PushOutcome = {
  state: 'unsupported',
  code: 'NO_SUCH_KIND',
  message: 'В МойСклад нет записей такого вида.',
};
const NOTHING: TypeMetadata = { states: [], attributes: [] };

const metadataOf = (sklad: Sklad, type: string, signal: AbortSignal): Promise<Result<TypeMetadata, CallFailure>> =>
  type === 'task' ? Promise.resolve(ok(NOTHING)) : sklad.metadata(type, signal);

/** Contracts know no `syncId`; tasks know no key at all. */
const keyOf = (type: string, key: string): JsonObject => {
  if (type === 'task') return {};
  return type === 'contract' ? { externalCode: key } : { syncId: key, externalCode: key };
};

/** A new record. With a `syncId` the same request twice answers the same record; the external code is what it is looked up by. */
export const create = async (sklad: Sklad, operation: Of<'create'>, signal: AbortSignal): Promise<PushOutcome> => {
  const type = TYPES[operation.entity];
  if (type === undefined) return NO_SUCH_KIND;
  const metadata = await metadataOf(sklad, type, signal);
  if (!metadata.ok) return notSent(metadata.error);
  const positions = operation.lines === null ? null : await positionsOf(sklad, operation.lines, [], signal);
  if (positions !== null && !positions.ok) return notSent(positions.error);
  const owner = operation.links['owner'] ?? operation.links['order'] ?? null;
  const body =
    type === 'task'
      ? taskBody(sklad, operation.fields, owner)
      : {
          ...bodyOf(sklad, type, operation.fields, metadata.value),
          ...linksBody(sklad, type, operation.links),
          ...(positions === null ? {} : { positions: positions.value }),
        };
  const keyed = { ...body, ...keyOf(type, operation.key) };
  const isReplay = 'syncId' in keyed;
  const answer = await sklad.service.request({ method: 'POST', path: `entity/${type}`, body: keyed, isReplay }, signal);
  if (!answer.ok) return answer.error;
  const row = await rowIn(sklad, operation.entity, answer.value, signal);
  const id = isJsonObject(answer.value) ? text.parse(answer.value['id']) : '';
  return done({ entity: operation.entity, id: row?.id ?? id }, row);
};

const rowIn = async (
  sklad: Sklad,
  entity: CrmRef['entity'],
  json: Json,
  signal: AbortSignal,
): Promise<CrmRow | null> => {
  // A body answered without its collections is no shadow of a document with lines: the next pull brings it whole.
  if (!isJsonObject(json) || isJsonObject(json['positions'])) return null;
  const rows = await rowsOf(sklad, entity, [json], signal);
  return rows.ok ? (rows.value.rows[0] ?? null) : null;
};

const differs = (a: string | null | undefined, b: string | null | undefined): boolean => (a ?? '') !== (b ?? '');

/** Only the named fields; a field that changed since it was edited is a conflict and nothing goes. */
export const update = async (sklad: Sklad, operation: Of<'update'>, signal: AbortSignal): Promise<PushOutcome> => {
  const before = await readOne(sklad, operation.ref, signal);
  if (!before.ok) return notSent(before.error);
  const wanted = Object.entries(operation.fields).filter(([name, value]) => differs(before.value.fields[name], value));
  const clashing = wanted.filter(
    ([name]) => name in operation.base && differs(before.value.fields[name], operation.base[name]),
  );
  if (clashing.length > 0) return { state: 'conflict', row: before.value, fields: clashing.map(([name]) => name) };
  return write(sklad, operation.ref, Object.fromEntries(wanted), before.value, signal);
};

export const move = async (sklad: Sklad, operation: Of<'stage'>, signal: AbortSignal): Promise<PushOutcome> => {
  const before = await readOne(sklad, operation.ref, signal);
  if (!before.ok) return notSent(before.error);
  const isThere = before.value.fields['stage'] === operation.stage;
  return write(sklad, operation.ref, isThere ? {} : { stage: operation.stage }, before.value, signal);
};

const write = async (
  sklad: Sklad,
  ref: CrmRef,
  own: FieldTexts,
  before: CrmRow,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const type = TYPES[ref.entity];
  if (type === undefined) return NO_SUCH_KIND;
  const metadata = await metadataOf(sklad, type, signal);
  if (!metadata.ok) return notSent(metadata.error);
  const body =
    type === 'task' ? taskBody(sklad, { ...before.fields, ...own }, null) : bodyOf(sklad, type, own, metadata.value);
  if (Object.keys(body).length === 0 || Object.keys(own).length === 0) return done(ref, before);
  const answer = await sklad.service.request({ method: 'PUT', path: `entity/${type}/${ref.id}`, body }, signal);
  if (!answer.ok) return answer.error;
  // Read back: what the service kept is the new shadow.
  const after = await readOne(sklad, ref, signal);
  if (!after.ok) return done(ref);
  const ignored = Object.keys(own).filter(
    (name) => name in after.value.fields && differs(after.value.fields[name], own[name]),
  );
  return done(ref, after.value, { ignored });
};

/** Positions replace the whole list; those with a known id stay the same ones. */
export const setLines = async (sklad: Sklad, operation: Of<'lines'>, signal: AbortSignal): Promise<PushOutcome> => {
  const type = TYPES[operation.ref.entity];
  if (type === undefined) return NO_SUCH_KIND;
  const before = await readOne(sklad, operation.ref, signal);
  if (!before.ok) return notSent(before.error);
  const known = isJsonObject(before.value.raw['positions']) ? rowsIn(before.value.raw['positions']) : [];
  const positions = await positionsOf(sklad, operation.lines, known, signal);
  if (!positions.ok) return notSent(positions.error);
  const body = { positions: positions.value };
  const answer = await sklad.service.request(
    { method: 'PUT', path: `entity/${type}/${operation.ref.id}`, body },
    signal,
  );
  return answer.ok ? done(operation.ref) : answer.error;
};

/** A line of МойСклад is always of a thing of its catalogue: found by the line's id, then by the code, then by the name. */
const positionsOf = async (
  sklad: Sklad,
  lines: readonly CrmLine[],
  known: readonly JsonObject[],
  signal: AbortSignal,
): Promise<Result<readonly Json[], CallFailure>> => {
  const positions: Json[] = [];
  for (const line of lines) {
    const same = known.find((each) => each['id'] === line.id);
    const thing = same?.['assortment'];
    const assortment =
      isJsonObject(thing) && isJsonObject(thing['meta'])
        ? ok({ meta: thing['meta'] })
        : await find(sklad, line, signal);
    if (!assortment.ok) return assortment;
    positions.push(positionOf(line, assortment.value));
  }
  return ok(positions);
};

const find = async (sklad: Sklad, line: CrmLine, signal: AbortSignal): Promise<Result<Json, CallFailure>> => {
  const byCode = line.code === '' ? [] : [['article', line.code] as const];
  for (const type of line.kind === 'service' ? ['service', 'product'] : ['product', 'service']) {
    for (const [field, value] of [...(type === 'product' ? byCode : []), ['name', line.name] as const]) {
      const path = `entity/${type}${query({ limit: 1, filter: filterText([[field, '=', value]]) })}`;
      const answer = await sklad.service.request({ method: 'GET', path }, signal);
      if (!answer.ok) return err(forRead(answer.error));
      const [thing] = rowsIn(answer.value);
      if (thing !== undefined && isJsonObject(thing['meta'])) return ok({ meta: thing['meta'] });
    }
  }
  return err({
    state: 'refused',
    code: 'NO_ASSORTMENT',
    field: 'lines',
    fix: 'edit',
    message: `В МойСклад нет товара «${line.name}». Данные в программе сохранены. Заведите товар в МойСклад и отправьте снова.`,
  });
};

export const closeTask = async (
  sklad: Sklad,
  operation: Of<'closeTask'>,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const path = `entity/task/${operation.ref.id}`;
  const answer = await sklad.service.request({ method: 'PUT', path, body: { done: true } }, signal);
  return answer.ok ? done(operation.ref, await rowIn(sklad, 'task', answer.value, signal)) : answer.error;
};
