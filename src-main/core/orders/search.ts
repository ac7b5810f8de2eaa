import { titleOf } from '#shared/domain/document/titles.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { rowOf } from './list-orders.ts';

const MAX_FOUND = 8;
/** Among so many matches the best are chosen: a number may also stand inside somebody's ОГРН or sum. */
const MAX_MATCHES = 200;

/** The number itself, then its beginning, then anything else, newest first. */
const byNumber =
  (text: string) =>
  <Item extends { readonly number: string }>(items: readonly Item[]): Item[] => {
    const rank = ({ number }: Item): number => (number === text ? 0 : number.startsWith(text) ? 1 : 2);
    return items.toSorted((a, b) => rank(a) - rank(b)).slice(0, MAX_FOUND);
  };

/** The palette's search: orders and documents by number, counterparty, ИНН or sum. */
export const search =
  (deps: CoreDeps, standings: StandingCache): Handler<'search.find'> =>
  (_context, input) => {
    const page = { limit: MAX_MATCHES, offset: 0 };
    const best = byNumber(input.text.trim());
    const orders = deps.base.read.orders.list({ text: input.text }, page);
    const documents = deps.base.read.documents.list({ text: input.text }, page);
    return ok({
      orders: best(orders.items).map((summary) => rowOf(deps, standings, summary)),
      documents: best(documents.items).map(({ id, kind, number, partyName, sum, orderId }) => ({
        id,
        number,
        orderId,
        title: titleOf(kind),
        counterparty: partyName,
        sum: moneyToDecimal(sum),
      })),
    });
  };
