import { Paragraph, type Document } from 'docx';
import { formDocument, LANDSCAPE_MARGINS, numberFooter } from '../parts/page.ts';
import { carriageSide } from './carriage-side.ts';
import { goodsSide } from './goods-side.ts';

/** ТТН 1-Т, documents.md §11.2: goods on the front, the carriage on the back. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Товарно-транспортная накладная',
    font: 'Arial',
    size: 7,
    landscape: true,
    margins: LANDSCAPE_MARGINS,
    footer: numberFooter(),
    body: [
      ...goodsSide(),
      new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' }, children: [] }),
      ...carriageSide(),
    ],
  });
