import type { Document, Paragraph, Table } from 'docx';
import { labelledRows } from './labelled.ts';
import { lineTable, type LineColumn } from './line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from './page.ts';
import { paragraph, rule } from './text.ts';

type CountedSheet = {
  readonly title: string;
  /** Points. */
  readonly size: number;
  /** Above the title and below it. */
  readonly above?: readonly Paragraph[];
  readonly below?: readonly Paragraph[];
  readonly rows: Parameters<typeof labelledRows>[0];
  /** Millimetres of the labels. */
  readonly labelWidth: number;
  readonly columns: readonly LineColumn[];
  /** Room above and below each text of the table, millimetres. */
  readonly leading?: number;
  readonly closing: readonly (Paragraph | Table)[];
};

const WIDTH = 180;

/** A sheet without money: what it is about, a table that only counts, and who signs. */
export const countedSheet = (sheet: CountedSheet): Document =>
  formDocument({
    title: sheet.title,
    font: 'Arial',
    size: sheet.size,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      ...(sheet.above ?? []),
      paragraph('{{doc.title}}', { size: 14, bold: true, keepNext: true }),
      rule(0, 5),
      ...(sheet.below ?? []),
      labelledRows(sheet.rows, sheet.labelWidth, WIDTH - sheet.labelWidth),
      paragraph('', { size: 5 }),
      lineTable(sheet.columns, {
        hasSums: false,
        closing: sheet.closing,
        ...(sheet.leading === undefined ? {} : { leading: sheet.leading }),
      }),
    ],
  });
