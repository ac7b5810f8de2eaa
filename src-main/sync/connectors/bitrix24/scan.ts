import type { JsonObject } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { LoadEstimate, LoadPart, Page, ScanRequest } from '../connector.ts';
import type { Bitrix } from './bitrix.ts';
import { enrich } from './enrich.ts';
import { sourceOf, thinSelect, type Source } from './feeds.ts';
import { listPage } from './list-page.ts';
import type { Params } from './php-query.ts';
import type { Command } from './portal.ts';
import { rowsOfItems } from './read.ts';
import { rowsIn, text } from './wire.ts';

const PAGE = 50;

type ItemSource = Extract<Source, { kind: 'item' }>;
type Answer = Result<Page, CallFailure>;

/** The first load of one stream: open records first and whole, then everything, by ascending id (crm.md §1.5). */
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

/**
 * Up to 25 full pages in one request, each beginning after the last id of the one before it, in the order that the
 * documents call the cheap one; the newest work is here already, as the open part. What follows a short page is
 * dropped: the reference to its fiftieth row is empty, and an empty condition begins anew (crm.md §1.4). Pages by windows
 * of ids would be half empty wherever ids have gaps, and each costs the portal the same.
 */
const allPage = async (
  bitrix: Bitrix,
  source: ItemSource,
  after: string | null,
  signal: AbortSignal,
): Promise<Answer> => {
  const { entityTypeId, isOurs } = source;
  const select = thinSelect(entityTypeId, bitrix.mapping);
  const size = bitrix.portal.operating.batchSize('crm.item.list');
  const commands: Record<string, Command> = {};
  for (let index = 0; index < size; index += 1) {
    const last = index === 0 ? (after ?? '0') : `$result[p${index - 1}][items][${PAGE - 1}][id]`;
    const filter = { ...baseFilter(source, bitrix), '>id': last };
    const params = { entityTypeId, filter, order: { id: 'ASC' }, select, start: -1 };
    commands[`p${index}`] = { method: 'crm.item.list', params };
  }
  const answer = await bitrix.portal.batch(commands, false, signal);
  if (!answer.ok) return answer;

  const items: JsonObject[] = [];
  let pages = 0;
  let isEnd = false;
  while (pages < size && !isEnd) {
    const outcome = answer.value.get(`p${pages}`);
    // A limit in the middle of a batch: what came is kept, the rest is asked for again.
    if (outcome === undefined || !outcome.ok) {
      if (pages === 0) return err(outcome === undefined || outcome.ok ? CUT : outcome.error);
      break;
    }
    const page = rowsIn(outcome.value.result, 'items');
    items.push(...page);
    pages += 1;
    isEnd = page.length < PAGE;
  }
  const parsed = await rowsOfItems(bitrix, entityTypeId, items, isOurs, signal);
  if (!parsed.ok) return parsed;
  return ok({ ...parsed.value, next: isEnd ? null : text.parse(items.at(-1)?.['id']), pages });
};

const CUT: CallFailure = {
  state: 'unsupported',
  code: 'NO_ANSWER',
  message: 'Битрикс24 не ответил на часть запроса.',
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
