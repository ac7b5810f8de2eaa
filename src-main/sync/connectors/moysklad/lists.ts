import type { CrmRef } from '#shared/domain/crm/row.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { forRead, type CallFailure } from '../call-failure.ts';
import type {
  ChangesRequest,
  Feed,
  LoadEstimate,
  LoadPart,
  Page,
  ReadRows,
  ScanRequest,
  StampPage,
  StampsRequest,
} from '../connector.ts';
import { EXPAND, isDocument, rowsOf, type Sorted } from './entity-rows.ts';
import { filterText, query, type Condition } from './filter.ts';
import type { Sklad } from './sklad.ts';
import { idOfHref, instantOfMoscow, moscowOf, rowsIn, sizeIn, text, TYPES } from './wire.ts';

/** Above this the service ignores `expand` without a word (crm.md §2). */
const PAGE = 100;
const STAMPS = 1_000;

const feed = (entity: Feed['entity'], hasOpenPart = false): Feed => ({
  name: entity,
  entity,
  hasChanges: true,
  hasOpenPart,
});

export const FEEDS: readonly Feed[] = [
  feed('order', true),
  feed('party'),
  feed('organisation'),
  feed('contract'),
  feed('invoice'),
  feed('payment'),
  feed('purchase'),
  feed('shipment'),
  feed('task'),
];

/** Deleted documents come with the others while the recycle bin is on; archived cards are still cards. */
const everything = (entity: Feed['entity']): readonly Condition[] => {
  if (isDocument(entity))
    return [
      ['isDeleted', '=', 'true'],
      ['isDeleted', '=', 'false'],
    ];
  return entity === 'task'
    ? []
    : [
        ['archived', '=', 'true'],
        ['archived', '=', 'false'],
      ];
};

type ListAsked = {
  readonly feed: Feed;
  readonly conditions: readonly Condition[];
  readonly direction: 'asc' | 'desc';
  readonly after: string | null;
};

/**
 * Goes by the stamp of change, not by an offset: rows leave and enter a list while it is read. Only rows that changed in
 * one and the same millisecond (a bulk edit) are counted through with an offset. The token is `stamp|offset`.
 */
const listPage = async (sklad: Sklad, asked: ListAsked, signal: AbortSignal): Promise<Result<Page, CallFailure>> => {
  const { entity } = asked.feed;
  const [stamp = '', ties = '0'] = asked.after?.split('|') ?? [];
  const from: readonly Condition[] = stamp === '' ? [] : [['updated', asked.direction === 'asc' ? '>=' : '<=', stamp]];
  const path = `entity/${TYPES[entity] ?? ''}${query({
    limit: PAGE,
    offset: Number(ties) > 0 ? ties : '',
    filter: filterText([...asked.conditions, ...from]),
    order: `updated,${asked.direction}`,
    expand: EXPAND[entity] ?? '',
  })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return answer;
  const raw = rowsIn(answer.value);
  const sorted = await rowsOf(sklad, entity, raw, signal);
  if (!sorted.ok) return sorted;
  return ok({ ...sorted.value, next: raw.length < PAGE ? null : nextToken(raw, stamp, Number(ties)), pages: 1 });
};

/** The row at the edge is read twice rather than not at all: had it just left the list, an offset would skip another one. */
const nextToken = (raw: readonly JsonObject[], stamp: string, ties: number): string => {
  const last = text.parse(raw.at(-1)?.['updated']);
  const isBulk = raw.every((each) => each['updated'] === last);
  return `${last}|${isBulk ? raw.length + (last === stamp ? ties : 0) : 0}`;
};

export const scan = async (
  sklad: Sklad,
  request: ScanRequest,
  signal: AbortSignal,
): Promise<Result<Page, CallFailure>> => {
  const open = await openConditions(sklad, request.feed, request.part, signal);
  if (!open.ok) return open;
  return listPage(
    sklad,
    { feed: request.feed, conditions: open.value, direction: 'desc', after: request.after },
    signal,
  );
};

/** Orders in progress: those in a usual state. Several equal conditions of one field mean «any of them». */
const openConditions = async (
  sklad: Sklad,
  { entity }: Feed,
  part: LoadPart,
  signal: AbortSignal,
): Promise<Result<readonly Condition[], CallFailure>> => {
  if (part === 'all') return ok(everything(entity));
  const metadata = await sklad.metadata(TYPES[entity] ?? '', signal);
  if (!metadata.ok) return metadata;
  const open = metadata.value.states.filter(({ outcome }) => outcome === 'process');
  return ok(open.map(({ href }): Condition => ['state', '=', href]));
};

export const changes = async (
  sklad: Sklad,
  { feed, window, after }: ChangesRequest,
  signal: AbortSignal,
): Promise<Result<Page, CallFailure>> => {
  const [from, to] = [moscowOf(Date.parse(window.from)), moscowOf(Date.parse(window.to))];
  const conditions: readonly Condition[] = [
    ...everything(feed.entity),
    ...(after === null ? ([['updated', '>=', from]] as const) : []),
    ['updated', '<', to],
  ];
  const page = await listPage(sklad, { feed, conditions, direction: 'asc', after }, signal);
  if (!page.ok || page.value.next !== null || !isDocument(feed.entity)) return page;
  const deleted = await deletedIn(
    sklad,
    feed,
    [
      ['deleted', '>=', from],
      ['deleted', '<', to],
    ],
    signal,
  );
  return deleted.ok
    ? ok({
        ...page.value,
        rows: [...page.value.rows, ...deleted.value.rows],
        problems: [...page.value.problems, ...deleted.value.problems],
      })
    : deleted;
};

/** A deletion has a stamp of its own: whether it moves `updated` as well is not promised anywhere. */
const deletedIn = async (
  sklad: Sklad,
  { entity }: Feed,
  window: readonly Condition[],
  signal: AbortSignal,
): Promise<Result<Sorted, CallFailure>> => {
  const filter = filterText([['isDeleted', '=', 'true'], ...window]);
  const path = `entity/${TYPES[entity] ?? ''}${query({ limit: STAMPS, filter })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return answer;
  return rowsOf(sklad, entity, rowsIn(answer.value), signal, 'asTheyCame');
};

export const stamps = async (
  sklad: Sklad,
  { feed, after }: StampsRequest,
  signal: AbortSignal,
): Promise<Result<StampPage, CallFailure>> => {
  const offset = Number(after ?? 0);
  const filter = filterText(feed.entity === 'task' || isDocument(feed.entity) ? [] : everything(feed.entity));
  const path = `entity/${TYPES[feed.entity] ?? ''}${query({ limit: STAMPS, offset, filter, order: 'created,asc' })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return answer;
  const rows = rowsIn(answer.value);
  return ok({
    stamps: rows.map((each) => ({
      id: text.parse(each['id']),
      modifiedAt: instantOfMoscow(text.parse(each['updated'])),
    })),
    // Rows may leave a list while it is read: the next page begins a little earlier, repeated ids do no harm.
    next: rows.length < STAMPS ? null : String(offset + STAMPS - 10),
  });
};

const SECONDS_A_PAGE = 0.45;

export const estimate = async (
  sklad: Sklad,
  feed: Feed,
  part: LoadPart,
  signal: AbortSignal,
): Promise<Result<LoadEstimate, CallFailure>> => {
  const open = await openConditions(sklad, feed, part, signal);
  if (!open.ok) return open;
  const path = `entity/${TYPES[feed.entity] ?? ''}${query({ limit: 1, filter: filterText(open.value) })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return answer;
  const rows = sizeIn(answer.value);
  const pages = Math.ceil(rows / PAGE);
  return ok({ rows, pages, secondsAtLeast: Math.ceil(pages * SECONDS_A_PAGE) });
};

/** Whole records of any kinds: one list per kind, then a question about each that did not come. */
export const readRefs = async (
  sklad: Sklad,
  refs: readonly CrmRef[],
  signal: AbortSignal,
): Promise<Result<ReadRows, CallFailure>> => {
  const rows: ReadRows['rows'][number][] = [];
  const problems: ReadRows['problems'][number][] = [];
  for (const entity of new Set(refs.map((ref) => ref.entity))) {
    const type = TYPES[entity];
    if (type === undefined || entity === 'user') continue;
    const own = refs.filter((ref) => ref.entity === entity);
    const filter = filterText([...own.map(({ id }): Condition => ['id', '=', id]), ...everything(entity)]);
    const path = `entity/${type}${query({ limit: PAGE, filter, expand: EXPAND[entity] ?? '' })}`;
    const answer = await sklad.service.request({ method: 'GET', path }, signal);
    if (!answer.ok) return answer;
    const sorted = await rowsOf(sklad, entity, rowsIn(answer.value), signal);
    if (!sorted.ok) return sorted;
    rows.push(...sorted.value.rows);
    problems.push(...sorted.value.problems);
  }
  const seen = new Set([...rows, ...problems.map(({ ref }) => ref)].map(({ entity, id }) => `${entity} ${id}`));
  const gone: CrmRef[] = [];
  const forbidden: CrmRef[] = [];
  for (const ref of refs.filter(({ entity, id }) => !seen.has(`${entity} ${id}`))) {
    const answer = await readOne(sklad, ref, signal);
    if (answer.ok) rows.push(answer.value);
    else if (answer.error.state === 'gone') gone.push(ref);
    else if (answer.error.state === 'unsupported') forbidden.push(ref);
    else return err(answer.error);
  }
  return ok({ rows, problems, gone, forbidden });
};

export const readOne = async (
  sklad: Sklad,
  ref: CrmRef,
  signal: AbortSignal,
): Promise<Result<ReadRows['rows'][number], CallFailure>> => {
  const type = TYPES[ref.entity];
  if (type === undefined) return err(STRANGE);
  const path = `entity/${type}/${idOfHref(ref.id)}${query({ expand: EXPAND[ref.entity] ?? '' })}`;
  const answer = await sklad.service.request({ method: 'GET', path }, signal);
  if (!answer.ok) return err(forRead(answer.error));
  const sorted = await rowsOf(sklad, ref.entity, rowsIn([answer.value]), signal);
  if (!sorted.ok) return sorted;
  const [row] = sorted.value.rows;
  return row === undefined ? err(STRANGE) : ok(row);
};

const STRANGE: CallFailure = {
  state: 'unsupported',
  code: 'STRANGE_RECORD',
  message: 'Запись пришла из МойСклад в незнакомом виде и отложена.',
};
