import { directionOf, type BankOperation, type OperationSide } from '#shared/domain/bank/operation.ts';
import type { Rejection } from '#shared/domain/bank/remarks.ts';
import type { TableColumns, TableField } from '#shared/domain/bank/table-columns.ts';
import { isKpp } from '#shared/domain/requisites/kpp.ts';
import { kopecks, ZERO, type Kopecks } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { nameWithoutNumbers } from '../bank-statement/read-value.ts';
import type { WarningLog } from '../bank-statement/warning-log.ts';
import { cellAccount, cellDate, cellSum, cellTaxIds } from './cell-values.ts';
import type { BankTable, TableRow } from './table-row.ts';

export type RowContext = {
  readonly table: BankTable;
  readonly columns: TableColumns;
  /** The account that stands above the table; empty when none does. */
  readonly statedAccount: string;
  /** Accounts of each company of ours. */
  readonly companies: readonly (readonly string[])[];
  /** Some sums carry a minus: then those without it came in. */
  readonly isSigned: boolean;
  readonly warnings: WarningLog;
};

/** One row as an operation, or why it is none. */
export const operationOf = (row: TableRow, context: RowContext): Result<BankOperation, Rejection> => {
  const { columns, table, warnings } = context;
  const { line } = row;
  const value = (field: TableField): string => textOf(row, columns[field]);
  const date = cellDate(value('date'), table.isWorkbook);
  if (value('date') === '') return err({ code: 'document.noDate', line, data: {} });
  if (date === null)
    return err({ code: 'document.badDate', line, data: { key: titleOf(context, 'date'), value: value('date') } });
  const amount = amountOf(row, context);
  if (!amount.ok) return amount;
  const number = value('number').replace(/^№\s*/u, '');
  if (number === '') warnings.add('operation.noNumber', line, {});

  const named = cellAccount(value('account'));
  const [payer, payee, party] = [
    sideOf(row, context, ['payerName', 'payerInn', 'payerKpp', 'payerAccount']),
    sideOf(row, context, ['payeeName', 'payeeInn', 'payeeKpp', 'payeeAccount']),
    sideOf(row, context, ['name', 'inn', 'kpp', 'partyAccount']),
  ];
  const touched = [payer.account, payee.account].find((each) => companyOf(each, context).length > 0) ?? '';
  const account = named !== '' ? named : touched !== '' ? touched : context.statedAccount;
  const own: OperationSide = { ...NOBODY, account };
  const stated = {
    line,
    number,
    date: cellDate(value('documentDate'), table.isWorkbook) ?? date,
    kind: value('kind'),
    sum: amount.value.sum,
    purpose: value('purpose'),
    rest: restOf(row, context),
    debitedOn: amount.value.direction === 'outgoing' ? date : null,
    creditedOn: amount.value.direction === 'incoming' ? date : null,
    payer: payer === NOBODY ? (amount.value.direction === 'outgoing' ? own : party) : payer,
    payee: payee === NOBODY ? (amount.value.direction === 'incoming' ? own : party) : payee,
  };
  // The accounts are asked first: between two of one company it is a transfer, whatever the column says.
  const byAccounts = directionOf(stated, new Set([...companyOf(account, context), account].filter(Boolean)));
  const direction = byAccounts === 'own' ? byAccounts : (amount.value.direction ?? byAccounts);
  return ok({ ...stated, direction, account, bookedOn: date, duplicateOf: null });
};

const companyOf = (account: string, { companies }: RowContext): readonly string[] =>
  companies.find((accounts) => accounts.includes(account)) ?? [];

const NOBODY: OperationSide = { account: '', name: '', inn: null, kpp: null, bic: '', corrAccount: '', bank: '' };

const textOf = ({ cells }: TableRow, column: number | undefined): string =>
  (column === undefined ? '' : (cells[column] ?? '')).replaceAll(/\s+/gu, ' ').trim();

const titleOf = ({ columns, table }: RowContext, field: TableField): string => table.titles[columns[field] ?? -1] ?? '';

type Amount = { readonly sum: Kopecks; readonly direction: 'incoming' | 'outgoing' | null };

/** The sum and, where the table says it, the direction: by its two columns or by the sign. */
const amountOf = (row: TableRow, context: RowContext): Result<Amount, Rejection> => {
  const { columns, table, isSigned } = context;
  const { line } = row;
  const bad = (value: string): Result<Amount, Rejection> => err({ code: 'document.badSum', line, data: { value } });
  const read = (field: TableField): Kopecks | null =>
    textOf(row, columns[field]) === '' ? ZERO : cellSum(textOf(row, columns[field]), table.isWorkbook);
  const texts = (['incoming', 'outgoing', 'sum'] as const).map((field) => textOf(row, columns[field]));
  const [incoming, outgoing, sum] = [read('incoming'), read('outgoing'), read('sum')];
  if (incoming === null || outgoing === null || sum === null) return bad(texts.filter(Boolean).join(' / '));
  if (incoming !== 0n && outgoing !== 0n) return bad(`${texts[0] ?? ''} / ${texts[1] ?? ''}`);
  // Some banks write what was debited with a minus in a column of its own.
  if (incoming !== 0n) return incoming > 0n ? ok({ sum: incoming, direction: 'incoming' }) : bad(texts[0] ?? '');
  if (outgoing !== 0n) return ok({ sum: outgoing > 0n ? outgoing : kopecks(-outgoing), direction: 'outgoing' });
  if (sum < 0n) return ok({ sum: kopecks(-sum), direction: 'outgoing' });
  if (sum > 0n) return ok({ sum, direction: isSigned ? 'incoming' : null });
  const value = texts.filter(Boolean).join(' / ');
  if (value === '') return err({ code: 'document.noSum', line, data: {} });
  return err({ code: 'document.zeroSum', line, data: { value } });
};

type SideFields = readonly [name: TableField, inn: TableField, kpp: TableField, account: TableField];

/** `NOBODY` when the table has no column of this side. */
const sideOf = (row: TableRow, { columns }: RowContext, [name, inn, kpp, account]: SideFields): OperationSide => {
  if ([name, inn, kpp, account].every((field) => columns[field] === undefined)) return NOBODY;
  const ids = cellTaxIds(textOf(row, columns[inn]));
  const kppText = textOf(row, columns[kpp]) || (ids.kpp ?? '');
  return {
    ...NOBODY,
    name: nameWithoutNumbers(textOf(row, columns[name])),
    inn: ids.inn,
    kpp: isKpp(kppText) ? kppText : null,
    account: cellAccount(textOf(row, columns[account])),
  };
};

/** Columns that no field carries whole, «Заголовок=значение» a line: nothing of the bank's data is lost. */
const restOf = (row: TableRow, { columns, table }: RowContext): string => {
  const carried = new Set(
    (['date', 'number', 'sum', 'incoming', 'outgoing', 'purpose', 'kind', 'documentDate'] as const).map(
      (field) => columns[field],
    ),
  );
  return row.cells
    .flatMap((_cell, column) => {
      const text = textOf(row, column);
      return text === '' || carried.has(column) ? [] : [`${textOf({ line: 0, cells: table.titles }, column)}=${text}`];
    })
    .join('\n');
};
