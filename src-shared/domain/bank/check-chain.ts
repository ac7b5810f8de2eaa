import type { StatementWarning } from './remarks.ts';
import type { DayRange, StatementPeriod } from './statement.ts';
import { addDays, type IsoDate } from '../../kernel/date.ts';
import { missingWorkingDays } from './working-days.ts';

/** A period of a statement that was taken earlier; it has no line in the present file. */
export type KnownPeriod = Omit<StatementPeriod, 'line'>;

type ChainedPeriod = KnownPeriod & { readonly line: number | null };

/**
 * The chain of balances over this file and all files taken before it (product.md C10): whatever lies between two statements,
 * the later begins with what the earlier ended with. Only links that the new file makes are told.
 */
export const checkChain = (
  account: string,
  fresh: readonly StatementPeriod[],
  known: readonly KnownPeriod[],
): StatementWarning[] => {
  const all: ChainedPeriod[] = [...known.map((period) => ({ ...period, line: null })), ...fresh];
  const byEnd = all.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return all
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((period): StatementWarning[] => {
      const before = lastBefore(byEnd, period.from);
      if (before === null || (before.line === null && period.line === null)) return [];
      const { from, line, opening } = period;
      if (opening === null || before.closing === null || opening === before.closing) return [];
      return [
        { code: 'balance.chain', line, data: { account, from, opening, before: before.to, closing: before.closing } },
      ];
    });
};

/** The period that ends last before the day; of those that end together, the first that has a balance. */
const lastBefore = (byEnd: readonly ChainedPeriod[], day: IsoDate): ChainedPeriod | null => {
  let [low, high] = [0, byEnd.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byEnd[middle]?.to ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return byEnd[low - 1] ?? null;
};

/** Working days that neither this file nor any before it covers: from the nearest earlier statement to the nearest later one. */
export const checkMissingDays = (
  account: string,
  header: DayRange | null,
  fresh: readonly StatementPeriod[],
  known: readonly KnownPeriod[],
  isWorking: (date: IsoDate) => boolean,
): StatementWarning[] => {
  const [first] = fresh;
  if (first === undefined) return [];
  const ranges = header === null ? fresh : [header, ...fresh];
  const from = ranges.reduce((least, range) => (range.from < least ? range.from : least), first.from);
  const to = ranges.reduce((most, range) => (range.to > most ? range.to : most), first.to);
  const endBefore = known.reduce<IsoDate | null>(
    (last, range) => (range.to < from && (last === null || range.to > last) ? range.to : last),
    null,
  );
  const startAfter = known.reduce<IsoDate | null>(
    (next, range) => (range.from > to && (next === null || range.from < next) ? range.from : next),
    null,
  );
  const whole = {
    from: endBefore === null ? from : addDays(endBefore, 1),
    to: startAfter === null ? to : addDays(startAfter, -1),
  };
  return missingWorkingDays(whole, [...fresh, ...known], isWorking).map((days) => ({
    code: 'days.missing',
    line: null,
    data: { account, ...days },
  }));
};
