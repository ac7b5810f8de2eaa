import type { Document } from 'docx';
import { grid } from '../parts/grid.ts';
import { formDocument, LANDSCAPE_MARGINS, numberFooter } from '../parts/page.ts';
import { thread } from '../parts/text.ts';
import { head } from './head.ts';
import { LINE_COLUMNS, lineTableRows } from './line-columns.ts';
import { facturaSignatures } from './signatures.ts';
import { transferPart } from './transfer.ts';

/**
 * УПД, documents.md §9–§10. One form serves all editions of ПП 1137: what differs between them (reference, line 5б,
 * caption under the signature of an ИП) comes from the view by the document's date.
 */
export const buildForm = (): Document =>
  formDocument({
    title: 'Универсальный передаточный документ',
    font: 'Arial',
    size: 7,
    landscape: true,
    margins: LANDSCAPE_MARGINS,
    footer: numberFooter(),
    body: [
      head(),
      thread(),
      grid({ columns: LINE_COLUMNS, padding: 0.5, rows: lineTableRows() }),
      thread({ keepNext: true }),
      facturaSignatures(),
      thread({ keepNext: true }),
      transferPart(),
    ],
  });
