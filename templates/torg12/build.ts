import type { Document } from 'docx';
import { forEach, onlyIf } from '../parts/commands.ts';
import { grid } from '../parts/grid.ts';
import { formDocument, LANDSCAPE_MARGINS, numberFooter } from '../parts/page.ts';
import { paragraph, thread } from '../parts/text.ts';
import { footer } from './footer.ts';
import { head, title } from './head.ts';
import { LINE_COLUMNS, sheetRows } from './line-columns.ts';

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
      // A table a sheet, for each sheet has its own «Итого». The last table holds the signatures in its last row: LibreOffice
      // keeps rows of one table together on any page, but moves the last rows of a table to what follows it only from its
      // first page.
      ...forEach('page', 'pages', [
        ...onlyIf('$page.isNext', [
          paragraph('Товарная накладная № {{doc.number}} от {{doc.date}}, лист {{$page.number}}', {
            newPage: true,
            align: 'right',
            after: 2,
          }),
        ]),
        grid({ columns: LINE_COLUMNS, padding: 0.5, rows: sheetRows(footer()) }),
      ]),
    ],
  });
