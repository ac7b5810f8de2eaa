import type { StatementEncoding } from '#shared/domain/bank/statement.ts';
import { missingTableFields, recognizeColumns } from '#shared/domain/bank/table-columns.ts';
import { readNumberedRows } from '../xlsx/read-workbook.ts';
import { csvRows, decodeTable, delimiterOf } from './read-csv.ts';
import { MOST_HEAD_ROWS, MOST_TABLE_ROWS } from './limits.ts';
import type { BankTable, TableRow } from './table-row.ts';

export type FoundTable = { readonly table: BankTable; readonly encoding: StatementEncoding };

/** `none`: there is no table in it; `damaged`: its Russian text was lost; `tooLarge`: more rows than any bank gives. */
export type NoTable = 'none' | 'damaged' | 'tooLarge';

/** The table of a workbook or of a text, with its head. */
export const findTable = async (bytes: Uint8Array): Promise<FoundTable | NoTable> => {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = isWorkbook ? await sheetRows(bytes) : textRows(bytes);
  if (read === 'damaged' || read === null) return read ?? 'none';
  const { rows, encoding } = read;
  if (rows.length > MOST_TABLE_ROWS) return 'tooLarge';
  const head = headOf(rows);
  const titles = rows[head]?.cells;
  if (titles === undefined) return 'none';
  const table = { isWorkbook, titles, above: rows.slice(0, head), rows: rows.slice(head + 1) };
  return { table, encoding };
};

type Read = { readonly rows: readonly TableRow[]; readonly encoding: StatementEncoding };

/** Of several sheets the longest. */
const sheetRows = async (bytes: Uint8Array): Promise<Read | null> => {
  const sheets = await readNumberedRows(bytes);
  if (!sheets.ok) return null;
  const [longest = []] = sheets.value.toSorted((a, b) => b.length - a.length);
  return { rows: longest, encoding: 'utf-8' };
};

const textRows = (bytes: Uint8Array): Read | 'damaged' | null => {
  const decoded = decodeTable(bytes);
  if (decoded === null) return null;
  const { text, encoding } = decoded;
  // The mark of a letter that was lost when another program saved the file again.
  if (text.includes('\uFFFD')) return 'damaged';
  return { rows: csvRows(text, delimiterOf(text), MOST_TABLE_ROWS + 1), encoding };
};

const FEWEST_COLUMNS = 3;

/** The first row whose titles say enough; else the first row of several words without a figure; −1 for no table. */
const headOf = (rows: readonly TableRow[]): number => {
  const first = rows.slice(0, MOST_HEAD_ROWS);
  const known = first.findIndex(({ cells }) => missingTableFields(recognizeColumns(cells)).length === 0);
  if (known >= 0) return known;
  const likely = first.findIndex(({ cells }) => Object.keys(recognizeColumns(cells)).length >= FEWEST_COLUMNS);
  return likely >= 0 ? likely : first.findIndex(({ cells }) => isHead(cells));
};

const isHead = (cells: readonly string[]): boolean => {
  const words = cells.filter((cell) => cell.trim() !== '');
  return words.length >= FEWEST_COLUMNS && words.every((word) => /^[а-яёa-z№\s.,/()-]{2,60}$/iu.test(word));
};
