import type { Paragraph, Table } from 'docx';
import { commandRow, grid, rowsForEach, rowsOnlyIf, type CellSpec, type RowSpec } from './grid.ts';
import type { Align } from './text.ts';

/** One column of a table of goods or services. */
export type LineColumn = {
  readonly title: string;
  /** Field of the line; empty for a column that people fill in by hand. */
  readonly field: string;
  /** Millimetres. */
  readonly width: number;
  readonly align?: Align;
};

/**
 * Rows of a list where the last one stays on the page of what follows, so that totals and signatures never stand alone
 * (documents.md §4).
 */
export const lineRows = (columns: number, cells: readonly CellSpec[], list = 'lines'): RowSpec[] =>
  rowsForEach('l', list, columns, [
    ...rowsOnlyIf('$l.isNotLast', columns, [{ cells }]),
    ...rowsOnlyIf('$l.isLast', columns, [{ cells, keep: true }]),
  ]);

/** «Итого», taxes by rate and «Всего к оплате», right-aligned under the table; `after` columns stand behind the sum. */
const totalRows = (columns: number, after: number): RowSpec[] => [
  commandRow('FOR t IN totals.rows', columns, true),
  {
    keep: true,
    cells: [
      { text: '{{$t.label}}', span: columns - 1 - after, align: 'right', bold: true },
      { text: '{{$t.sum}}', align: 'right', bold: true },
      ...(after > 0 ? [{ text: '', span: after }] : []),
    ],
  },
  commandRow('END-FOR t', columns, true),
];

type TableEnd = {
  /** No sums at all: the table only counts. */
  readonly hasSums?: boolean;
  /** Room above and below each text, millimetres; more of it where people write by hand. */
  readonly leading?: number;
  /** Columns behind that of the sums. */
  readonly columnsAfterSum?: number;
  /**
   * Terms and signatures in the last row of the table itself: LibreOffice keeps rows of one table together on any page,
   * but moves the last rows of a table to what follows it only from its first page.
   */
  readonly closing?: readonly (Paragraph | Table)[];
};

/** The table of an invoice or an act: header repeats on each page, totals stay with the last line. */
export const lineTable = (
  columns: readonly LineColumn[],
  { hasSums = true, leading = 0.6, columnsAfterSum = 0, closing }: TableEnd = {},
): Table =>
  grid({
    columns: columns.map((column) => column.width),
    leading,
    rows: [
      {
        header: true,
        cells: columns.map(({ title }) => ({
          text: title,
          edges: 'tblr',
          shade: 'F2F2F2',
          bold: true,
          align: 'center',
          vAlign: 'center',
        })),
      },
      ...lineRows(
        columns.length,
        columns.map(({ field, align }) => ({
          text: field === '' ? '' : `{{$l.${field}}}`,
          edges: 'tblr',
          ...(align ? { align } : {}),
        })),
      ),
      ...(hasSums ? totalRows(columns.length, columnsAfterSum) : []),
      ...(closing ? [{ cells: [{ paragraphs: closing, span: columns.length }] }] : []),
    ],
  });

/** The columns of documents.md §5 without tax. */
export const plainColumns = (nameTitle: string): readonly LineColumn[] => [
  { title: '№', field: 'index', width: 9, align: 'center' },
  { title: nameTitle, field: 'name', width: 83 },
  { title: 'Кол-во', field: 'quantity', width: 19, align: 'right' },
  { title: 'Ед.', field: 'unitName', width: 13, align: 'center' },
  { title: 'Цена', field: 'price', width: 26, align: 'right' },
  { title: 'Сумма', field: 'sum', width: 30, align: 'right' },
];

/** The variant with tax by line: for several rates or prices without tax. */
export const vatColumns = (nameTitle: string): readonly LineColumn[] => [
  { title: '№', field: 'index', width: 9, align: 'center' },
  { title: nameTitle, field: 'name', width: 56 },
  { title: 'Кол-во', field: 'quantity', width: 16, align: 'right' },
  { title: 'Ед.', field: 'unitName', width: 11, align: 'center' },
  { title: '{{priceTitle}}', field: 'price', width: 24, align: 'right' },
  { title: 'Ставка НДС', field: 'vatRate', width: 15, align: 'center' },
  { title: 'Сумма НДС', field: 'vat', width: 22, align: 'right' },
  { title: 'Всего', field: 'gross', width: 27, align: 'right' },
];
