import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { ChangesRequest, Page, StampPage, StampsRequest } from '../connector.ts';
import type { Bitrix } from './bitrix.ts';
import { enrich } from './enrich.ts';
import { sourceOf } from './feeds.ts';
import { listPage } from './list-page.ts';
import { rowsOfItems } from './read.ts';
import { filterWindow, instantOfStamp } from './stamps.ts';
import { rowsIn, text } from './wire.ts';

const PAGE = 50;
const STAMPS_PER_BATCH = 25;

/**
 * What changed in a closed window, by ascending id: sixty rows changed in one second end like any others, and a row that
 * changes again while we read leaves this window for the next one (crm.md §1.6).
 */
export const changes = async (
  bitrix: Bitrix,
  { feed, window, after }: ChangesRequest,
  signal: AbortSignal,
): Promise<Result<Page, CallFailure>> => {
  const source = sourceOf(feed, bitrix.mapping);
  if (source.kind !== 'item') return listPage(bitrix, source, { window, after, isOpenOnly: false }, signal);
  const { from, to } = filterWindow(window, bitrix.calibration, bitrix.portal.serverOffset());
  const answer = await bitrix.portal.call(
    {
      method: 'crm.item.list',
      params: {
        entityTypeId: source.entityTypeId,
        filter: {
          ...(source.isOurs ? { isMyCompany: 'Y' } : {}),
          '>=updatedTime': from,
          '<updatedTime': to,
          '>id': Number(after ?? 0),
        },
        order: { id: 'ASC' },
        select: ['*'],
        start: -1,
      },
      writes: false,
    },
    signal,
  );
  if (!answer.ok) return answer;
  const items = rowsIn(answer.value.result, 'items');
  const parsed = await rowsOfItems(bitrix, source.entityTypeId, items, source.isOurs, signal);
  if (!parsed.ok) return parsed;
  const full = await enrich(bitrix, parsed.value.rows, signal);
  if (!full.ok) return full;
  return ok({
    rows: full.value.rows,
    problems: [...parsed.value.problems, ...full.value.problems],
    next: items.length < PAGE ? null : text.parse(items.at(-1)?.['id']),
    pages: 1,
  });
};

/** Ids and stamps of a stream, many pages of fifty at once: chained by id, everything after a short page is dropped. */
export const stamps = async (
  bitrix: Bitrix,
  { feed, after }: StampsRequest,
  signal: AbortSignal,
): Promise<Result<StampPage, CallFailure>> => {
  const source = sourceOf(feed, bitrix.mapping);
  if (source.kind !== 'item') return ok({ stamps: [], next: null });
  const page = (from: string) => ({
    method: 'crm.item.list',
    params: {
      entityTypeId: source.entityTypeId,
      filter: { ...(source.isOurs ? { isMyCompany: 'Y' } : {}), '>id': from },
      order: { id: 'ASC' },
      select: ['id', 'updatedTime'],
      start: -1,
    },
  });
  const size = Math.min(STAMPS_PER_BATCH, bitrix.portal.operating.batchSize('crm.item.list'));
  const commands = Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `p${index}`,
      page(index === 0 ? (after ?? '0') : `$result[p${index - 1}][items][${PAGE - 1}][id]`),
    ]),
  );
  const answer = await bitrix.portal.batch(commands, false, signal);
  if (!answer.ok) return answer;
  const found: StampPage['stamps'][number][] = [];
  for (let index = 0; index < size; index += 1) {
    const outcome = answer.value.get(`p${index}`);
    if (outcome === undefined || !outcome.ok) {
      if (index === 0 && outcome !== undefined && !outcome.ok) return outcome;
      break;
    }
    const items = rowsIn(outcome.value.result, 'items');
    for (const item of items)
      found.push({
        id: text.parse(item['id']),
        modifiedAt: instantOfStamp(text.parse(item['updatedTime']), bitrix.calibration),
      });
    if (items.length < PAGE) return ok({ stamps: prefixed(found, feed.name), next: null });
  }
  return ok({ stamps: prefixed(found, feed.name), next: found.at(-1)?.id ?? null });
};

/** Ids of smart process items carry their type. */
const prefixed = (found: StampPage['stamps'], feed: string): StampPage['stamps'] =>
  feed.startsWith('smart:') ? found.map(({ id, modifiedAt }) => ({ id: `${feed.slice(6)}:${id}`, modifiedAt })) : found;
