import type { Document } from 'docx';
import { grid } from '../parts/grid.ts';
import { formDocument, LANDSCAPE_MARGINS, numberFooter } from '../parts/page.ts';
import { thread } from '../parts/text.ts';
import { footer } from './footer.ts';
import { head, title } from './head.ts';
import { LINE_COLUMNS, lineTableRows } from './line-columns.ts';

/** Товарная накладная ТОРГ-12, documents.md §12.1: the form of Госкомстат № 132, landscape. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Товарная накладная (ТОРГ-12)',
    font: 'Arial',
    size: 7,
    landscape: true,
    margins: LANDSCAPE_MARGINS,
    footer: numberFooter(),
    body: [
      head(),
      thread(),
      title(),
      thread(),
      // One table with the signatures in its last row: LibreOffice keeps rows of one table together on any page, but moves
      // the last rows of a table to what follows it only from its first page.
      grid({
        columns: LINE_COLUMNS,
        padding: 0.5,
        rows: [...lineTableRows(), { cells: [{ paragraphs: footer(), span: LINE_COLUMNS.length }] }],
      }),
    ],
  });
