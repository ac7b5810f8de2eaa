import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { OrderSummary } from '../../ports/base.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { orderRowView } from '../packs/sheet-view.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { companyOf } from '../signing/queue.ts';

type Month = OutputOf<'closing.month'>;
type Row = Month['ready']['items'][number];
type Placed = {
  readonly row: Row;
  readonly group: 'ready' | 'check' | 'impossible' | 'closed';
  readonly summary: OrderSummary;
};

/** More orders than a month of a small firm. */
const MOST_ORDERS = 5000;
/** Documents of one ЭДО message (product.md §2). */
const LARGEST_PACKET = 40;

/** Orders shipped in the month: what can be issued now, what wants eyes, what cannot be issued and why. */
export const closingMonth =
  (deps: CoreDeps, standings: StandingCache): Handler<'closing.month'> =>
  (_context, { month, organisation }) => {
    const { read } = deps.base;
    const company = companyOf(read, organisation);
    if (!company.ok) return company;
    const { items } = read.orders.list(
      { shipMonth: month, ...(company.value === undefined ? {} : { organisationId: company.value }) },
      { limit: MOST_ORDERS, offset: 0 },
    );
    const placed = items.map((summary) => place(deps, standings, summary));
    const groupOf = (group: Placed['group']) => groupView(placed.filter((one) => one.group === group));
    return ok({
      orders: placed.length,
      sum: moneyToDecimal(sumMoney(items.map(({ sum }) => sum))),
      vat: moneyToDecimal(sumMoney(items.map(({ vat }) => vat))),
      closed: placed.filter(({ row }) => row.isClosed).length,
      ready: groupOf('ready'),
      check: groupOf('check'),
      impossible: groupOf('impossible'),
      media: mediaOf(placed),
    });
  };

const place = (deps: CoreDeps, standings: StandingCache, summary: OrderSummary): Placed => {
  const order = requireDefined(deps.base.read.orders.get(summary.id), 'an order of the month');
  const standing = standings.of(order);
  const { blocks, warnings, firstProblem } = orderRowView(summary, standing);
  const { sheets } = standing;
  const isOpen = sheets.some(({ state }) => state === 'planned' || state === 'blocked');
  const isStale = sheets.some(({ state }) => state === 'stale');
  const row: Row = {
    orderId: summary.id,
    order: summary.number,
    counterparty: summary.partyName,
    sum: moneyToDecimal(summary.sum),
    medium: standing.pack.buyer.medium,
    set: sheets.map(({ kind, title, letter, state, document }) => ({
      kind,
      title,
      letter,
      state,
      documentId: document?.id ?? null,
    })),
    problem: firstProblem,
    isClosed: !isOpen && !isStale,
  };
  if (row.isClosed) return { row, summary, group: 'closed' };
  if (isOpen && blocks > 0) return { row, summary, group: 'impossible' };
  return { row, summary, group: isStale || warnings > 0 ? 'check' : 'ready' };
};

const groupView = (placed: readonly Placed[]): Month['ready'] => ({
  orders: placed.length,
  documents: placed.reduce((sum, { row }) => sum + row.set.filter(({ state }) => state !== 'issued').length, 0),
  sum: moneyToDecimal(sumMoney(placed.map(({ summary }) => summary.sum))),
  items: placed.map(({ row }) => row),
});

/** How the papers of the month would travel: one envelope and one letter a counterparty, packets of at most forty. */
const mediaOf = (placed: readonly Placed[]): Month['media'] => {
  const by = (medium: Row['medium']) => placed.filter(({ row }) => row.medium === medium);
  const parties = (of: readonly Placed[]): number =>
    new Set(of.map(({ summary }) => `${summary.organisationId} ${summary.partyId}`)).size;
  const edo = Map.groupBy(by('edo'), ({ summary }) => `${summary.organisationId} ${summary.partyId}`);
  const packets = [...edo.values()].map((own) =>
    Math.ceil(own.reduce((sum, { row }) => sum + row.set.length, 0) / LARGEST_PACKET),
  );
  return {
    edo: { orders: by('edo').length, packets: packets.reduce((sum, count) => sum + count, 0) },
    scan: { orders: by('scan').length, letters: parties(by('scan')) },
    paper: { orders: by('paper').length, envelopes: parties(by('paper')) },
  };
};
