import type { CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { LoadEstimate, LoadPart, Page, ScanRequest } from '../connector.ts';
import type { Bitrix } from './bitrix.ts';
import { enrich } from './enrich.ts';
import { sourceOf, thinSelect, type Source } from './feeds.ts';
import { listPage } from './list-page.ts';
import type { Params } from './php-query.ts';
import { rowsOfItems } from './read.ts';
import { rowsIn, text } from './wire.ts';

const PAGE = 50;
/** A window of ids is widened while it comes half empty, so that gaps in the ids cost little. */
const WIDEST = 12_800;

type ItemSource = Extract<Source, { kind: 'item' }>;
type Answer = Result<Page, CallFailure>;

/** The first load of one stream: open records first and whole, then everything, newest ids first (crm.md §1.5). */
export const scan = async (
  bitrix: Bitrix,
  { feed, part, after }: ScanRequest,
  signal: AbortSignal,
): Promise<Answer> => {
  const source = sourceOf(feed, bitrix.mapping);
  if (source.kind === 'requisite' || source.kind === 'bankDetail') return ok(EMPTY);
  if (source.kind !== 'item')
    return listPage(bitrix, source, { window: null, after, isOpenOnly: part === 'open' }, signal);
  return part === 'open' ? openPage(bitrix, source, after, signal) : allPage(bitrix, source, after, signal);
};

const EMPTY: Page = { rows: [], problems: [], next: null, pages: 0 };

const baseFilter = ({ isOurs, entityTypeId }: ItemSource, { mapping }: Bitrix): Params => ({
  ...(isOurs ? { isMyCompany: 'Y' } : {}),
  ...(String(entityTypeId) === mapping.orderType && mapping.pipelines.length > 0
    ? { '@categoryId': mapping.pipelines }
    : {}),
});

/** Work in progress by descending id: one page with its lines and requisites. */
const openPage = async (
  bitrix: Bitrix,
  source: ItemSource,
  after: string | null,
  signal: AbortSignal,
): Promise<Answer> => {
  const { entityTypeId } = source;
  const below: Params = after === null ? {} : { '<id': Number(after) };
  const answer = await bitrix.portal.call(
    {
      method: 'crm.item.list',
      params: {
        entityTypeId,
        filter: { ...baseFilter(source, bitrix), stageSemanticId: 'P', ...below },
        order: { id: 'DESC' },
        select: ['*'],
        start: -1,
      },
      writes: false,
    },
    signal,
  );
  if (!answer.ok) return answer;
  const items = rowsIn(answer.value.result, 'items');
  const parsed = await rowsOfItems(bitrix, entityTypeId, items, source.isOurs, signal);
  if (!parsed.ok) return parsed;
  const full = await enrich(bitrix, parsed.value.rows, signal);
  if (!full.ok) return full;
  const last = text.parse(items.at(-1)?.['id']);
  return ok({
    rows: full.value.rows,
    problems: [...parsed.value.problems, ...full.value.problems],
    next: items.length < PAGE ? null : last,
    pages: 1,
  });
};

/** Where a scan stands: everything with an id above `high` is here; windows are `width` ids wide. */
type Place = { readonly high: number; readonly low: number; readonly width: number };

const printPlace = ({ high, low, width }: Place): string => `${high}:${low}:${width}`;
const parsePlace = (after: string): Place | null => {
  const [high, low, width] = after.split(':').map(Number);
  return high === undefined || low === undefined || width === undefined || [high, low, width].some(Number.isNaN)
    ? null
    : { high, low, width };
};

/** Up to 25 independent windows of ids in one request; a full window may hide more, so the scan goes on from there, narrower. */
const allPage = async (
  bitrix: Bitrix,
  source: ItemSource,
  after: string | null,
  signal: AbortSignal,
): Promise<Answer> => {
  const known = after === null ? null : parsePlace(after);
  const begun = known === null ? await firstPlace(bitrix, source, signal) : ok(known);
  if (!begun.ok) return begun;
  const place = begun.value;
  if (place === null || place.high < place.low) return ok(EMPTY);
  const select = thinSelect(source.entityTypeId, bitrix.mapping);
  const windows = windowsOf(place, bitrix.portal.operating.batchSize('crm.item.list'));
  const commands = Object.fromEntries(
    windows.map(({ above, upTo }, index) => [
      `w${index}`,
      {
        method: 'crm.item.list',
        params: {
          entityTypeId: source.entityTypeId,
          filter: { ...baseFilter(source, bitrix), '>id': above, '<=id': upTo },
          order: { id: 'ASC' },
          select,
          start: -1,
        },
      },
    ]),
  );
  const answer = await bitrix.portal.batch(commands, false, signal);
  if (!answer.ok) return answer;

  const rows: CrmRow[] = [];
  const problems: CrmRowProblem[] = [];
  let next: Place = place;
  let done = 0;
  for (const [index, { above }] of windows.entries()) {
    const outcome = answer.value.get(`w${index}`);
    if (outcome === undefined || !outcome.ok) {
      // A limit in the middle of a batch: what came is kept, the rest is asked for again.
      if (done === 0) return err(outcome === undefined || outcome.ok ? CUT : outcome.error);
      break;
    }
    const items = rowsIn(outcome.value.result, 'items');
    if (items.length >= PAGE && place.width > PAGE) {
      next = { ...next, width: Math.max(PAGE, Math.floor(place.width / 4)) };
      if (done === 0) return allPage(bitrix, source, printPlace(next), signal);
      break;
    }
    const parsed = await rowsOfItems(bitrix, source.entityTypeId, items, source.isOurs, signal);
    if (!parsed.ok) return parsed;
    rows.push(...parsed.value.rows);
    problems.push(...parsed.value.problems);
    done += 1;
    next = { ...next, high: above };
  }
  const isSparse = done === windows.length && rows.length < (done * PAGE) / 4;
  if (isSparse) next = { ...next, width: Math.min(WIDEST, place.width * 2) };
  return ok({ rows, problems, next: next.high < next.low ? null : printPlace(next), pages: done });
};

const CUT: CallFailure = { state: 'unsupported', code: 'NO_ANSWER', message: 'Битрикс24 не ответил на часть запроса.' };

const windowsOf = ({ high, low, width }: Place, most: number): readonly { above: number; upTo: number }[] => {
  const windows: { above: number; upTo: number }[] = [];
  for (let upTo = high; upTo >= low && windows.length < most; upTo -= width)
    windows.push({ above: Math.max(upTo - width, low - 1), upTo });
  return windows;
};

/** The least and the greatest id, in one request. Null: there is nothing. */
const firstPlace = async (
  bitrix: Bitrix,
  source: ItemSource,
  signal: AbortSignal,
): Promise<Result<Place | null, CallFailure>> => {
  const edge = (direction: 'ASC' | 'DESC') => ({
    method: 'crm.item.list',
    params: {
      entityTypeId: source.entityTypeId,
      filter: baseFilter(source, bitrix),
      order: { id: direction },
      select: ['id'],
      start: -1,
    },
  });
  const answer = await bitrix.portal.batch({ low: edge('ASC'), high: edge('DESC') }, false, signal);
  if (!answer.ok) return answer;
  const ids: number[] = [];
  for (const key of ['low', 'high']) {
    const outcome = answer.value.get(key);
    if (outcome === undefined) return err(CUT);
    if (!outcome.ok) return outcome;
    const [first] = rowsIn(outcome.value.result, 'items');
    if (first === undefined) return ok(null);
    ids.push(Number(text.parse(first['id'])));
  }
  const [low = 0, high = 0] = ids;
  return ok({ low, high, width: PAGE });
};

/** A busy portal takes this long for a page (crm.md §1.5); more than the budget of ten minutes waits for the next ones. */
const PAGE_SECONDS = 0.3;
const BUDGET_SECONDS = 430;

export const estimate = async (
  bitrix: Bitrix,
  feedSource: Source,
  part: LoadPart,
  signal: AbortSignal,
): Promise<Result<LoadEstimate, CallFailure>> => {
  if (feedSource.kind !== 'item') return ok({ rows: 0, pages: 0, secondsAtLeast: 0 });
  const open: Params = part === 'open' ? { stageSemanticId: 'P' } : {};
  const answer = await bitrix.portal.call(
    {
      method: 'crm.item.list',
      params: {
        entityTypeId: feedSource.entityTypeId,
        filter: { ...baseFilter(feedSource, bitrix), ...open },
        order: { id: 'ASC' },
        select: ['id'],
        start: 0,
      },
      writes: false,
    },
    signal,
  );
  if (!answer.ok) return answer;
  const rows = answer.value.total ?? rowsIn(answer.value.result, 'items').length;
  const pages = Math.ceil(rows / PAGE);
  const work = pages * PAGE_SECONDS;
  return ok({ rows, pages, secondsAtLeast: Math.ceil(work <= BUDGET_SECONDS ? work : work + 600 - BUDGET_SECONDS) });
};
