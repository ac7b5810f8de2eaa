import { addDays, isoDate, weekdayOf, type IsoDate } from '#shared/kernel/date.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import { asId } from '#shared/kernel/id.ts';
import type { OrderSummary } from '../../ports/base.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { rowOf } from './list-orders.ts';

const GROUPS = ['fix', 'stale', 'issue', 'issued'] as const;
type Group = (typeof GROUPS)[number];
type Row = ReturnType<typeof rowOf>;

/** How many orders the screen works through at most; what is further lies under «Заказы». */
const MAX_ORDERS = 500;

/** Orders without a term come last. */
const FAR: IsoDate = isoDate('9999-12-31');

/** A finished pack stays on the screen for the rest of its term, so that what was just done can be seen. */
const groupOf = (row: Row): Group => {
  if (row.blocks > 0) return 'fix';
  if (row.pack.some(({ state }) => state === 'stale')) return 'stale';
  return row.pack.some(({ state }) => state === 'planned') ? 'issue' : 'issued';
};

/** Shipped in a month that is over and asked for on no day: «Закрывающие» is where such orders are worked through. */
const belongsToMonthEnd = ({ shipDate, dueDate }: OrderSummary, today: IsoDate): boolean =>
  dueDate === null && shipDate !== null && shipDate.slice(0, 7) < today.slice(0, 7);

const endOfWeek = (today: IsoDate): IsoDate => addDays(today, 7 - weekdayOf(today));

/** What needs the office manager now, in the order of need: mend, look again, issue, done. */
export const getToday =
  (deps: CoreDeps, standings: StandingCache): Handler<'today.get'> =>
  (_context, input) => {
    const today = deps.clock.today();
    const organisationId = input.organisationId === undefined ? undefined : asId<'party'>(input.organisationId);
    const page = deps.base.read.orders.list({ organisationId }, { limit: MAX_ORDERS, offset: 0 });
    const open = page.items
      .filter((summary) => !belongsToMonthEnd(summary, today))
      .map((summary) => ({ summary, row: rowOf(deps, standings, summary) }));
    const byDue = open.toSorted((a, b) => ((a.summary.dueDate ?? FAR) < (b.summary.dueDate ?? FAR) ? -1 : 1));
    const waiting = byDue.filter(({ row }) => groupOf(row) !== 'issued');
    const due = (fits: (dueDate: IsoDate) => boolean) =>
      waiting.filter(({ summary }) => summary.dueDate !== null && fits(summary.dueDate));
    return ok({
      today,
      overdue: due((date) => date < today).length,
      dueToday: due((date) => date === today).length,
      dueThisWeek: due((date) => date > today && date <= endOfWeek(today)).length,
      sumToday: sumOf(due((date) => date === today)),
      groups: GROUPS.map((id) => {
        const members = byDue.filter(({ row }) => groupOf(row) === id);
        return { id, sum: sumOf(members), rows: members.map(({ row }) => row) };
      }),
    });
  };

const sumOf = (members: readonly { readonly summary: OrderSummary }[]): string =>
  moneyToDecimal(sumMoney(members.map(({ summary }) => summary.sum)));
