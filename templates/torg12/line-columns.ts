import type { Paragraph, Table } from 'docx';
import { rowsOnlyIf, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { lineRows } from '../parts/line-table.ts';
import type { Align } from '../parts/text.ts';

/** Millimetres of graphs 1 … 15 (documents.md §12.1); their sum is the width of the text. */
export const LINE_COLUMNS: readonly number[] = [10, 54, 14, 16, 12, 14, 13, 13, 14, 17, 20, 24, 13, 20, 25];

const caption = (text: string, spans: Pick<CellSpec, 'span' | 'rowSpan'> = {}): CellSpec => ({
  text,
  edges: 'tblr',
  align: 'center',
  vAlign: 'center',
  size: 6,
  ...spans,
});

const tall = (text: string): CellSpec => caption(text, { rowSpan: 2 });

const HEADER: readonly RowSpec[] = [
  {
    header: true,
    cells: [
      tall('Номер по порядку'),
      caption('Товар', { span: 2 }),
      caption('Единица измерения', { span: 2 }),
      tall('Вид упаковки'),
      caption('Количество', { span: 2 }),
      tall('Масса брутто'),
      tall('Количество (масса нетто)'),
      tall('Цена, руб. коп.'),
      tall('Сумма без учета НДС, руб. коп.'),
      caption('НДС', { span: 2 }),
      tall('Сумма с учетом НДС, руб. коп.'),
    ],
  },
  {
    header: true,
    // The tall captions of three lines must fit: rows do not grow for a cell that spans them.
    height: 7,
    cells: [
      caption('наименование, характеристика, сорт, артикул товара'),
      caption('код'),
      caption('наименование'),
      caption('код по ОКЕИ'),
      caption('в одном месте'),
      caption('мест, штук'),
      caption('ставка, %'),
      caption('сумма, руб. коп.'),
    ],
  },
  { header: true, cells: LINE_COLUMNS.map((_, index) => caption(String(index + 1))) },
];

const FIELDS: readonly (readonly [field: string, align: Align])[] = [
  ['index', 'center'],
  ['name', 'left'],
  ['code', 'center'],
  ['unitName', 'center'],
  ['unitCode', 'center'],
  ['packaging', 'center'],
  ['perPlace', 'center'],
  ['places', 'center'],
  ['gross', 'center'],
  ['quantity', 'right'],
  ['price', 'right'],
  ['net', 'right'],
  ['vatRate', 'center'],
  ['vat', 'right'],
  ['sum', 'right'],
];

const LINE: readonly CellSpec[] = FIELDS.map(([field, align]) => ({
  text: `{{$l.${field}}}`,
  edges: 'tblr',
  align,
  size: 7,
}));

const sum = (text: string, align: Align = 'right'): CellSpec => ({ text, align, edges: 'tblr', bold: true });

/** A row of sums: graphs 11 and 13 have none. */
const total = (name: string, path: string): RowSpec => ({
  keep: true,
  cells: [
    { text: name, span: 7, align: 'right', bold: true },
    sum('—', 'center'),
    sum('—', 'center'),
    sum(`{{${path}.quantity}}`),
    sum('Х', 'center'),
    sum(`{{${path}.net}}`),
    sum('Х', 'center'),
    sum(`{{${path}.vat}}`),
    sum(`{{${path}.gross}}`),
  ],
});

/** The table of one sheet: captions, its lines, its «Итого»; on the last one «Всего по накладной» and what closes it. */
export const sheetRows = (closing: readonly (Paragraph | Table)[]): readonly RowSpec[] => [
  ...HEADER,
  ...lineRows(LINE_COLUMNS.length, LINE, '$page.lines'),
  total('Итого', '$page.totals'),
  ...rowsOnlyIf('$page.isLast', LINE_COLUMNS.length, [
    total('Всего по накладной', 'totals'),
    { cells: [{ paragraphs: closing, span: LINE_COLUMNS.length }] },
  ]),
];
