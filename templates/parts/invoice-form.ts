import type { Document, Paragraph, Table } from 'docx';
import { onlyIf } from './commands.ts';
import { labelledRows } from './labelled.ts';
import { lineTable, plainColumns, vatColumns } from './line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from './page.ts';
import { paymentHead, paymentSignatures } from './payment.ts';
import { paragraph, rule } from './text.ts';

/** Sums in words, terms and signatures: the last row of the table, so that they never stand alone on a page. */
const plainClosing = () => [
  paragraph('{{totals.countLine}}', { before: 6, keepNext: true }),
  paragraph('{{totals.grossWords}}', { bold: true, after: 6, keepNext: true }),
  paragraph('{{terms}}', { size: 8, after: 4, keepNext: true, keepLines: true }),
  rule(2, 4),
  paymentSignatures(),
];

/**
 * The счет, its parts and the счет-договор, documents.md §5: what differs is in the view, and in what stands below the sums. Each of
 * the two tables has an end of its own, so it is made anew for each.
 */
export const invoiceForm = (title: string, closing: () => (Paragraph | Table)[] = plainClosing): Document =>
  formDocument({
    title,
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
