import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { labelledRows } from '../parts/labelled.ts';
import { lineTable, plainColumns, vatColumns } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paymentHead, paymentSignatures } from '../parts/payment.ts';
import { paragraph, rule } from '../parts/text.ts';

/** Sums in words, terms and signatures: the last row of the table, so that they never stand alone on a page. */
const closing = () => [
  paragraph('{{totals.countLine}}', { before: 6, keepNext: true }),
  paragraph('{{totals.grossWords}}', { bold: true, after: 6, keepNext: true }),
  paragraph('{{terms}}', { size: 8, after: 4, keepNext: true, keepLines: true }),
  rule(2, 4),
  paymentSignatures(),
];

/** Счет на оплату, documents.md §5. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Счет на оплату',
    font: 'Arial',
    size: 9,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      ...paymentHead(),
      paragraph('{{doc.title}}', { size: 14, bold: true, before: 10, keepNext: true }),
      rule(0, 5),
      labelledRows(
        [
          { label: 'Поставщик (Исполнитель):', value: '{{seller.line}}' },
          { label: 'Покупатель (Заказчик):', value: '{{buyer.line}}' },
          { label: 'Грузополучатель:', value: '{{consignee}}', condition: 'hasConsignee' },
          { label: 'Основание:', value: '{{basis}}' },
        ],
        40,
        140,
      ),
      paragraph('', { size: 5 }),
      ...onlyIf('isPlainTable', [lineTable(plainColumns('Товары (работы, услуги)'), { closing: closing() })]),
      ...onlyIf('isVatTable', [lineTable(vatColumns('Товары (работы, услуги)'), { closing: closing() })]),
    ],
  });
