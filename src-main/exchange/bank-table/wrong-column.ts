import {
  isTableField,
  type TableColumns,
  type TableField,
  type WrongColumn,
} from '#shared/domain/bank/table-columns.ts';
import { cellAccount, cellDate, cellSum } from './cell-values.ts';
import type { BankTable, TableRow } from './table-row.ts';

const SUM_FIELDS: readonly TableField[] = ['sum', 'incoming', 'outgoing'];
const LONGEST_NUMBER = 30;
const LONGEST_SHOWN = 60;

/** Whether a cell may hold what its column is said to hold; fields without a rule take any text. */
const fits = (field: TableField, value: string, isWorkbook: boolean): boolean => {
  if (field === 'date' || field === 'documentDate') return cellDate(value, isWorkbook) !== null;
  if (SUM_FIELDS.includes(field)) return cellSum(value, isWorkbook) !== null;
  if (field === 'number') return value.length <= LONGEST_NUMBER && cellAccount(value) === '';
  if (/inn$/iu.test(field)) return /^\d{9,12}(?:\s*[/\\].*)?$/u.test(value);
  if (/kpp$/iu.test(field)) return /^[\dA-Z]{1,9}$/u.test(value);
  if (/account$/iu.test(field)) return cellAccount(value) !== '' || /E\+/iu.test(value);
  if (field === 'purpose' || /name$/iu.test(field)) return /\p{L}/u.test(value);
  return true;
};

/**
 * The first column that mostly holds something else than it is said to hold: such a table is refused whole, because reading it
 * further would only make up operations. A few bad cells reject their own rows and nothing more.
 */
export const findWrongColumn = (
  table: BankTable,
  rows: readonly TableRow[],
  columns: TableColumns,
): WrongColumn | null => {
  const places = Object.entries(columns).flatMap(([field, column]) =>
    isTableField(field) && column !== undefined
      ? [{ field, column: column + 1, title: table.titles[column] ?? '', cellAt: column }]
      : [],
  );
  for (const { cellAt, ...place } of places) {
    const filled = rows.filter(({ cells }) => (cells[cellAt] ?? '').trim() !== '');
    const wrong = filled.filter(({ cells }) => !fits(place.field, (cells[cellAt] ?? '').trim(), table.isWorkbook));
    const [first] = wrong;
    if (first !== undefined && wrong.length * 2 > filled.length)
      return { ...place, row: first.line, value: (first.cells[cellAt] ?? '').slice(0, LONGEST_SHOWN) };
  }
  const isUnfit = ({ field, cellAt }: (typeof places)[number], index: number): boolean =>
    cellAt >= table.titles.length ||
    (field !== 'documentDate' && places.slice(0, index).some((other) => other.cellAt === cellAt));
  const unfit = places.find(isUnfit);
  if (unfit === undefined) return null;
  const { cellAt: _cell, ...place } = unfit;
  return { ...place, row: 0, value: '' };
};
