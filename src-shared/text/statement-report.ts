import type { BankOperation, OperationDirection } from '../domain/bank/operation.ts';
import type { Rejection, StatementWarning } from '../domain/bank/remarks.ts';
import type { BankStatement } from '../domain/bank/statement.ts';
import { moneyToDecimal, sumMoney, type Kopecks } from '../kernel/money.ts';
import type { Problem } from '../kernel/problem.ts';
import { statementRemarkText } from './statement-texts.ts';

/** A warning or a rejection as the window and the command line show it; sums inside are roubles. */
export const statementProblem = (remark: StatementWarning | Rejection): Problem => ({
  code: remark.code,
  message: statementRemarkText(remark),
  where: remark.line === null ? '' : `строка ${remark.line}`,
  data: Object.fromEntries(
    Object.entries({ line: remark.line, ...remark.data }).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? moneyToDecimal(value) : value,
    ]),
  ),
});

/** Counts and sums of operations, gathered in one pass. */
export type Turnover = {
  readonly add: (operation: BankOperation) => void;
  readonly countOf: (direction: OperationDirection) => number;
  /** Of operations that repeat no earlier one of the file. */
  readonly sumOf: (direction: OperationDirection) => Kopecks;
  readonly repeats: () => number;
};

export const createTurnover = (): Turnover => {
  const counts = new Map<OperationDirection, number>();
  const sums = new Map<OperationDirection, Kopecks>();
  let repeats = 0;
  return {
    add: ({ direction, sum, duplicateOf }) => {
      counts.set(direction, (counts.get(direction) ?? 0) + 1);
      if (duplicateOf === null) sums.set(direction, sumMoney([sums.get(direction) ?? sumMoney([]), sum]));
      else repeats += 1;
    },
    countOf: (direction) => counts.get(direction) ?? 0,
    sumOf: (direction) => sums.get(direction) ?? sumMoney([]),
    repeats: () => repeats,
  };
};

const roubles = (sum: Kopecks | null): string | null => (sum === null ? null : moneyToDecimal(sum));

/** What a file holds, in the words of the border; `organisationOf` says whose an account is, null for nobody's. */
export const statementReport = (
  { encoding, version, accounts, rejected, warnings }: Omit<BankStatement, 'operations'>,
  turnover: Turnover,
  {
    fileName,
    organisationOf,
  }: { readonly fileName: string; readonly organisationOf: (account: string) => string | null },
) => {
  const countOf = turnover.countOf;
  return {
    fileName,
    encoding,
    version,
    accounts: accounts.map(({ account, periods, opening, closing, incoming, outgoing }) => ({
      account,
      organisation: organisationOf(account),
      from: periods[0]?.from ?? null,
      to: periods.at(-1)?.to ?? null,
      opening: roubles(opening),
      closing: roubles(closing),
      incoming: roubles(incoming),
      outgoing: roubles(outgoing),
    })),
    operations: countOf('incoming') + countOf('outgoing') + countOf('own') + countOf('unclear'),
    incoming: countOf('incoming'),
    outgoing: countOf('outgoing'),
    own: countOf('own'),
    unclear: countOf('unclear'),
    incomingSum: moneyToDecimal(turnover.sumOf('incoming')),
    outgoingSum: moneyToDecimal(turnover.sumOf('outgoing')),
    imported: 0,
    duplicates: turnover.repeats(),
    rejected: rejected.map(statementProblem),
    warnings: warnings.map(statementProblem),
  };
};
