import type { Document } from 'docx';
import { forEach, onlyIf } from '../parts/commands.ts';
import { labelledRows } from '../parts/labelled.ts';
import { lineTable, plainColumns, vatColumns } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { twoSignatures } from '../parts/signatures.ts';
import { paragraph, rule } from '../parts/text.ts';

/** Sums in words, trips, claims and signatures: the last row of the table, so that they never stand alone on a page. */
const closing = () => [
  paragraph('{{totals.countLine}}', { before: 6, keepNext: true }),
  paragraph('{{totals.grossWords}}', { bold: true, after: 6, keepNext: true }),
  ...forEach('t', 'trips', [paragraph('{{$t.text}}', { size: 8, after: 2, keepNext: true })]),
  paragraph('{{claims}}', { after: 8, keepNext: true, keepLines: true }),
  twoSignatures(
    { heading: 'Исполнитель', path: 'sign.seller', isOurs: true },
    { heading: 'Заказчик', path: 'sign.buyer' },
  ),
];

/** Акт выполненных работ (оказанных услуг), documents.md §8. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Акт выполненных работ (оказанных услуг)',
    font: 'Arial',
    size: 9,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('{{doc.title}}', { size: 14, bold: true, keepNext: true }),
      rule(0, 5),
      labelledRows(
        [
          { label: 'Исполнитель:', value: '{{seller.line}}' },
          { label: 'Заказчик:', value: '{{buyer.line}}' },
          { label: 'Основание:', value: '{{basis}}' },
          { label: 'Период:', value: '{{period}}', bold: false },
        ],
        26,
        154,
      ),
      paragraph('', { size: 5 }),
      ...onlyIf('isPlainTable', [lineTable(plainColumns('Наименование работ, услуг'), { closing: closing() })]),
      ...onlyIf('isVatTable', [lineTable(vatColumns('Наименование работ, услуг'), { closing: closing() })]),
    ],
  });
