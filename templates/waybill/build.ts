import { Paragraph, type Document, type Table } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { grid } from '../parts/grid.ts';
import { formDocument, numberFooter, type Margins } from '../parts/page.ts';
import { paragraph } from '../parts/text.ts';
import { BACK_ROWS } from './back-rows.ts';
import { FRONT_ROWS } from './front-rows.ts';
import { COLUMNS } from './rows.ts';

/** Narrower above and below than other portrait forms: sections 1–7 must stay on the front page. */
const MARGINS: Margins = { left: 20, right: 10, top: 10, bottom: 10 };

const table = (rows: Parameters<typeof grid>[0]['rows']): Table =>
  grid({ columns: COLUMNS, padding: 0.7, leading: 0.2, rows });

/** Транспортная накладная of 12 sections, documents.md §11.1; an information copy says so at the top of both pages. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Транспортная накладная',
    font: 'Arial',
    size: 8,
    margins: MARGINS,
    footer: numberFooter(),
    body: [
      ...onlyIf('isInformationCopy', [paragraph('{{copyNotice}}', { size: 9, bold: true, align: 'center', after: 3 })]),
      paragraph('{{formReference}}', { size: 5, align: 'right', after: 2 }),
      table(FRONT_ROWS),
      new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' }, children: [] }),
      ...onlyIf('isInformationCopy', [paragraph('{{copyNotice}}', { size: 9, bold: true, align: 'center', after: 3 })]),
      paragraph('Оборотная сторона', { size: 7, align: 'right', after: 2 }),
      table(BACK_ROWS),
    ],
  });
