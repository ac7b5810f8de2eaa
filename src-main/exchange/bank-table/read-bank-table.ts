import type { ReadingRules, TableRefusal } from '#main/ports/statement-files.ts';
import { accountOf } from '#shared/domain/bank/check-periods.ts';
import { operationKey, type BankOperation } from '#shared/domain/bank/operation.ts';
import type { Rejection } from '#shared/domain/bank/remarks.ts';
import type { BankStatement, DayRange, StatementRefusal } from '#shared/domain/bank/statement.ts';
import { missingTableFields, recognizeColumns } from '#shared/domain/bank/table-columns.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { createDuplicateFinder } from '../bank-statement/find-duplicates.ts';
import { checkOperations } from '../bank-statement/finish-statement.ts';
import { createWarningLog } from '../bank-statement/warning-log.ts';
import { cellAccount, cellDate } from './cell-values.ts';
import { findTable } from './find-table.ts';
import { operationOf, type RowContext } from './row-operation.ts';
import type { BankTable, TableRow } from './table-row.ts';
import { findWrongColumn } from './wrong-column.ts';

/** Only what its first bytes do not name as something else, or name as a workbook. */
export const mayBeTable = (refusal: StatementRefusal): boolean =>
  refusal.code === 'notStatement' && (refusal.looksLike === '' || refusal.looksLike.includes('xlsx'));

const SHOWN_ROWS = 6;

/**
 * Reads a bank's plain table (xlsx, csv) by columns that a person has confirmed; without them it answers with a question. Rows
 * of totals and repeated heads are left out; every other row is an operation or a rejection. Null: there is no table in it.
 */
export const readBankTable = async (
  bytes: Uint8Array,
  rules: ReadingRules,
): Promise<Result<BankStatement, StatementRefusal | TableRefusal> | null> => {
  const found = await findTable(bytes);
  if (found === 'none') return null;
  if (found === 'damaged') return err({ code: 'damaged' });
  if (found === 'tooLarge') return err({ code: 'tooLarge', limit: '200 000 строк таблицы' });
  const { table, encoding } = found;
  const { columns } = rules;
  if (columns === null || missingTableFields(columns).length > 0) {
    const rows = table.rows.slice(0, SHOWN_ROWS).map(({ cells }) => cells);
    const recognized = { ...recognizeColumns(table.titles), ...columns };
    return err({ code: 'table', question: { titles: table.titles, rows, recognized } });
  }
  const rows = table.rows.filter((row) => isOperationRow(row, table, columns.date ?? 0));
  const wrong = findWrongColumn(table, rows, columns);
  if (wrong !== null) return err({ code: 'wrongColumn', wrong });

  const warnings = createWarningLog();
  const period = periodAbove(table);
  const context: RowContext = {
    columns,
    table,
    statedAccount: accountAbove(table, rules),
    companies: [...rules.companies, rules.ownAccounts],
    isSigned: columns.sum !== undefined && rows.some(({ cells }) => /^[-−–(]/u.test(cells[columns.sum ?? 0] ?? '')),
    warnings,
  };
  const duplicates = createDuplicateFinder(operationKey);
  const operations: BankOperation[] = [];
  const rejected: Rejection[] = [];
  for (const row of rows) {
    const made = operationOf(row, context);
    if (!made.ok) {
      rejected.push(made.error);
      continue;
    }
    const duplicateOf = duplicates.firstLineOf(made.value);
    const { line, number, direction } = made.value;
    operations.push({ ...made.value, duplicateOf });
    if (direction === 'unclear') warnings.add('operation.directionUnclear', line, { number });
    if (duplicateOf !== null) warnings.add('operation.duplicate', line, { number, first: duplicateOf });
  }
  const named = new Set(operations.flatMap(({ account }) => (account === null || account === '' ? [] : [account])));
  const accounts = [...named].map((account) =>
    accountOf(
      account,
      period === null ? [] : [{ ...period, line: 1, opening: null, closing: null, incoming: null, outgoing: null }],
    ),
  );
  checkOperations(operations, period, accounts, warnings);
  const head = { encoding, version: table.isWorkbook ? 'xlsx' : 'csv', sender: '', period, accounts };
  return ok({ ...head, operations, rejected, warnings: warnings.all() });
};

const TOTAL = /^(?:итого|всего|оборот|остат|входящ|исходящ|начальн|конечн|количество|сальдо)/iu;

/** Totals, a head repeated on the next page and the numbers of columns are no operations. */
const isOperationRow = ({ cells }: TableRow, { titles, isWorkbook }: BankTable, date: number): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cellDate(cells[date] ?? '', isWorkbook) !== null) return true;
  if (filled.some((cell) => TOTAL.test(cell))) return false;
  if (filled.every((cell, index) => cell === String(index + 1))) return false;
  return !cells.every((cell, index) => cell.trim() === (titles[index] ?? '').trim());
};

/** The account that the words above the table name; of several the one that is ours; without any, the only one we have. */
const accountAbove = ({ above }: BankTable, { ownAccounts, companies, account }: ReadingRules): string => {
  const words = above.flatMap(({ cells }) => cells).join(' ; ');
  const named = [...words.matchAll(/(?<!\d)\d{20}(?!\d)|(?<!\d)\d{5}[ .]\d{3}[ .]\d[ .]\d{4}[ .]\d{7}(?!\d)/gu)].map(
    ([found]) => cellAccount(found),
  );
  const ours = [...new Set([...ownAccounts, ...companies.flat()])];
  const [only] = ours.length === 1 ? ours : ownAccounts.length === 1 ? ownAccounts : [];
  return account ?? named.find((each) => ours.includes(each)) ?? named[0] ?? only ?? '';
};

/** «за период с 01.11.2026 по 20.11.2026» above the table. */
const periodAbove = ({ above }: BankTable): DayRange | null => {
  const words = above.flatMap(({ cells }) => cells).join(' ; ');
  const [, first = '', second = ''] = /(\d\d\.\d\d\.\d{4})\D{1,20}(\d\d\.\d\d\.\d{4})/u.exec(words) ?? [];
  const [from, to] = [cellDate(first, false), cellDate(second, false)];
  return from === null || to === null || from > to ? null : { from, to };
};
