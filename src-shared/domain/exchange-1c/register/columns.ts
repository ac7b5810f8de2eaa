import { plain, type SheetRow } from './cells.ts';

/** Columns that the comparison needs; the second list it can do without. */
export const REGISTER_FIELDS = ['number', 'date', 'sum', 'party', 'type'] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];
const NEEDED_FIELDS: readonly RegisterField[] = ['number', 'date', 'sum'];

export const FIELD_TITLES: Readonly<Record<RegisterField, string>> = {
  number: 'Номер',
  date: 'Дата',
  sum: 'Сумма',
  party: 'Контрагент',
  type: 'Вид документа',
};

const TITLES: Readonly<Record<RegisterField, readonly string[]>> = {
  number: ['номер', 'номер документа', '№', '№ документа', 'номер док'],
  date: ['дата', 'дата документа', 'период'],
  sum: ['сумма', 'сумма документа', 'сумма, руб', 'сумма руб', 'всего', 'сумма с ндс', 'стоимость с ндс'],
  party: ['контрагент', 'покупатель', 'поставщик', 'заказчик', 'клиент', 'наименование контрагента'],
  type: ['вид документа', 'тип документа', 'документ', 'вид операции', 'операция'],
};

export type Columns = Readonly<Partial<Record<RegisterField, number>>>;

export type RecognisedHead = { readonly row: number; readonly columns: Columns };

const HEAD_ROWS = 40;

const columnsOf = (row: SheetRow): Columns => {
  const found: Partial<Record<RegisterField, number>> = {};
  for (const field of REGISTER_FIELDS) {
    const column = row.findIndex((cell) => TITLES[field].includes(plain(cell)));
    if (column >= 0) found[field] = column;
  }
  return found;
};

const known = (columns: Columns): number => Object.keys(columns).length;

/** Headings hold words, not figures. */
const filled = (cells: SheetRow): number =>
  cells.some((cell) => /\d/u.test(cell)) ? 0 : cells.filter((cell) => cell.trim() !== '').length;

/** The row of headings: the one in which most of the columns are known; without any, the fullest of the first rows. */
export const findHead = (rows: readonly SheetRow[]): RecognisedHead => {
  const heads = rows.slice(0, HEAD_ROWS).map((cells, row) => ({ row, columns: columnsOf(cells), cells }));
  const byColumns = heads.toSorted((a, b) => known(b.columns) - known(a.columns))[0];
  if (byColumns !== undefined && known(byColumns.columns) >= 2) return byColumns;
  const fullest = heads.toSorted((a, b) => filled(b.cells) - filled(a.cells))[0];
  return { row: fullest?.row ?? 0, columns: fullest?.columns ?? {} };
};

/** Files of one look have the same headings: by them an answered question is remembered. */
export const lookOf = (head: SheetRow): string => head.map(plain).join('|').slice(0, 400);

export const missingFields = (columns: Columns): RegisterField[] =>
  NEEDED_FIELDS.filter((field) => columns[field] === undefined);
