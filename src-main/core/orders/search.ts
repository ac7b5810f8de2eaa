import { titleOf } from '#shared/domain/document/titles.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { rowOf } from './list-orders.ts';

const MAX_FOUND = 8;

/** The palette's search: orders and documents by number, counterparty, ИНН or sum. */
export const search =
  (deps: CoreDeps, standings: StandingCache): Handler<'search.find'> =>
  (_context, input) => {
    const page = { limit: MAX_FOUND, offset: 0 };
    const orders = deps.base.read.orders.list({ text: input.text }, page);
    const documents = deps.base.read.documents.list({ text: input.text }, page);
    return ok({
      orders: orders.items.map((summary) => rowOf(deps, standings, summary)),
      documents: documents.items.map(({ id, kind, number, partyName, sum, orderId }) => ({
        id,
        number,
        orderId,
        title: titleOf(kind),
        counterparty: partyName,
        sum: moneyToDecimal(sum),
      })),
    });
  };
