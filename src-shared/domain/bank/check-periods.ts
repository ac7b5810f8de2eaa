import { kopecks, sumMoney, type Kopecks } from '../../kernel/money.ts';
import type { BankOperation } from './operation.ts';
import type { StatementWarning } from './remarks.ts';
import type { StatementAccount, StatementPeriod } from './statement.ts';

/** Totals over all periods; null as soon as one of them lacks the figure. */
const total = (sums: readonly (Kopecks | null)[]): Kopecks | null => {
  const known = sums.filter((sum) => sum !== null);
  return known.length === sums.length && known.length > 0 ? sumMoney(known) : null;
};

/** An account of the statement from its periods in any order. */
export const accountOf = (account: string, periods: readonly StatementPeriod[]): StatementAccount => {
  const sorted = periods.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  return {
    account,
    periods: sorted,
    opening: sorted[0]?.opening ?? null,
    closing: sorted.at(-1)?.closing ?? null,
    incoming: total(sorted.map(({ incoming }) => incoming)),
    outgoing: total(sorted.map(({ outgoing }) => outgoing)),
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each period adds up: start + in − out = end (formats §1.6 rule 13). */
export const checkPeriodSums = ({ account, periods }: StatementAccount): StatementWarning[] =>
  periods.flatMap(({ line, from, opening, incoming, outgoing, closing }) => {
    if (opening === null || incoming === null || outgoing === null || closing === null) return [];
    const expected = kopecks(opening + incoming - outgoing);
    return expected === closing ? [] : [{ code: 'balance.sum', line, data: { account, from, expected, closing } }];
  });

/** Each period begins with what the one before it ended with, whatever days lie between. */
export const checkPeriodChain = ({ account, periods }: StatementAccount): StatementWarning[] =>
  periods.flatMap((period, index): StatementWarning[] => {
    const before = periods[index - 1];
    if (before === undefined) return [];
    const { line, from, opening } = period;
    if (before.to >= from) return [{ code: 'periods.overlap', line, data: { account, from } }];
    if (opening === null || before.closing === null || opening === before.closing) return [];
    return [
      { code: 'balance.chain', line, data: { account, from, opening, before: before.to, closing: before.closing } },
    ];
  });

/** Sums of the account's operations; what repeats an earlier operation is not counted twice. */
export const turnoverOf = (
  operations: readonly BankOperation[],
): Map<string, { incoming: bigint; outgoing: bigint }> => {
  const turnovers = new Map<string, { incoming: bigint; outgoing: bigint }>();
  const add = (account: string | null, side: 'incoming' | 'outgoing', sum: bigint): void => {
    if (account === null) return;
    const turnover = turnovers.get(account) ?? { incoming: 0n, outgoing: 0n };
    turnover[side] += sum;
    turnovers.set(account, turnover);
  };
  for (const { duplicateOf, direction, account, payee, sum } of operations) {
    if (duplicateOf !== null || direction === 'unclear') continue;
    if (direction === 'incoming') add(account, 'incoming', sum);
    else add(account, 'outgoing', sum);
    if (direction === 'own') add(payee.account, 'incoming', sum);
  }
  return turnovers;
};

/** The bank's totals against the documents, both figures; periods that overlap count days twice and are not compared. */
export const checkTotals = (
  { account, periods, incoming, outgoing }: StatementAccount,
  counted: { readonly incoming: bigint; readonly outgoing: bigint } | undefined,
): StatementWarning[] => {
  const doesOverlap = periods.some(({ from }, index) => {
    const before = periods[index - 1];
    return before !== undefined && before.to >= from;
  });
  if (doesOverlap) return [];
  const countedIn = kopecks(counted?.incoming ?? 0n);
  const countedOut = kopecks(counted?.outgoing ?? 0n);
  const warnings: StatementWarning[] = [];
  if (incoming !== null && incoming !== countedIn) {
    warnings.push({ code: 'totals.incoming', line: null, data: { account, stated: incoming, counted: countedIn } });
  }
  if (outgoing !== null && outgoing !== countedOut) {
    warnings.push({ code: 'totals.outgoing', line: null, data: { account, stated: outgoing, counted: countedOut } });
  }
  return warnings;
};
