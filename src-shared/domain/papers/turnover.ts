import { kopecks, sumMoney, ZERO, type Kopecks } from '../../kernel/money.ts';
import type { IsoDate } from '../../kernel/date.ts';
import type { TurnoverEntry } from './account-source.ts';

/** A balance on the side where it stands; never on both (documents.md §12.3). */
export type Balance = { readonly debit: Kopecks; readonly credit: Kopecks };

export const balanceOf = (sum: Kopecks): Balance =>
  sum < 0n ? { debit: ZERO, credit: kopecks(-sum) } : { debit: sum, credit: ZERO };

const difference = (entries: readonly TurnoverEntry[]): Kopecks =>
  kopecks(sumMoney(entries.map(({ debit }) => debit)) - sumMoney(entries.map(({ credit }) => credit)));

/** What was owed before the first day of a period: all that happened earlier. */
export const openingOf = (entries: readonly TurnoverEntry[], from: IsoDate): Kopecks =>
  difference(entries.filter(({ date }) => date < from));

/** What happened in the period, oldest first; of one day, sales before payments. */
export const entriesOf = (entries: readonly TurnoverEntry[], from: IsoDate, to: IsoDate): TurnoverEntry[] =>
  entries
    .filter(({ date }) => date >= from && date <= to)
    .toSorted(
      (left, right) => left.date.localeCompare(right.date) || Number(left.debit === 0n) - Number(right.debit === 0n),
    );

export type TurnoverTotals = Balance & { readonly closing: Kopecks };

/** Sums of both columns, and the balance at the end: opening + debit − credit. */
export const turnoverTotals = (opening: Kopecks, entries: readonly TurnoverEntry[]): TurnoverTotals => ({
  debit: sumMoney(entries.map(({ debit }) => debit)),
  credit: sumMoney(entries.map(({ credit }) => credit)),
  closing: kopecks(opening + difference(entries)),
});
