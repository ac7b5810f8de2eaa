import type { Document } from 'docx';
import { formDocument, numberFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph } from '../parts/text.ts';
import { body, goods, stub } from './parts.ts';

/** Доверенность, form М-2 (documents.md §12.2): stub, cut line, the paper, the list of goods with signatures. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Доверенность М-2',
    font: 'Times New Roman',
    size: 9,
    margins: { ...PORTRAIT_MARGINS, top: 12, bottom: 12 },
    footer: numberFooter(),
    body: [
      stub(),
      paragraph(
        'линия отреза – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – –',
        {
          size: 7,
          before: 4,
          after: 4,
          align: 'center',
        },
      ),
      ...body(),
      paragraph('Перечень товарно-материальных ценностей, подлежащих получению', {
        bold: true,
        align: 'center',
        before: 8,
        after: 4,
        keepNext: true,
      }),
      goods(),
    ],
  });
