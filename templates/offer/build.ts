import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { grid } from '../parts/grid.ts';
import { lineTable, plainColumns, vatColumns } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph, rule } from '../parts/text.ts';

const addressee = () =>
  grid({
    columns: [90, 90],
    padding: 0.5,
    rows: [
      {
        cells: [
          { text: 'Исх. № {{doc.number}} от {{doc.date}}' },
          {
            paragraphs: [
              paragraph('{{addressee.company}}', { bold: true }),
              paragraph('{{addressee.person}}'),
              paragraph('{{addressee.address}}', { size: 8 }),
            ],
          },
        ],
      },
    ],
  });

const signature = () =>
  grid({
    columns: [60, 50, 68],
    padding: 0.5,
    rows: [
      {
        keep: true,
        height: 10,
        cells: [
          { text: '{{manager.position}}', vAlign: 'bottom' },
          { text: '', edges: 'b' },
          { text: '{{manager.name}}', vAlign: 'bottom' },
        ],
      },
      { cells: [{ text: '{{manager.contacts}}', span: 3, size: 8, before: 3 }] },
    ],
  });

/** Sums in words, terms and the signature. */
const closing = () => [
  paragraph('{{totals.countLine}}', { before: 6 }),
  paragraph('{{totals.grossWords}}', { bold: true, after: 8 }),
  ...onlyIf('hasBranding', [paragraph('Нанесение. {{branding}}', { after: 3 })]),
  paragraph('Условия оплаты. {{payment}}', { after: 3 }),
  paragraph('Условия поставки. {{delivery}}', { after: 3 }),
  paragraph(
    'Предложение действительно до {{validUntil}} включительно. Ставка НДС применяется по законодательству на дату отгрузки (оказания услуг).',
    { after: 3 },
  ),
  paragraph('Не является публичной офертой.', { size: 8, after: 8 }),
  paragraph('С уважением,'),
  signature(),
];

/** Коммерческое предложение, documents.md §12.4: a letter with its head on the first page only. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Коммерческое предложение',
    font: 'Arial',
    size: 9,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('{{letterhead.name}}', { size: 14, bold: true }),
      paragraph('{{letterhead.address}}', { size: 8 }),
      paragraph('{{letterhead.requisites}}', { size: 8 }),
      paragraph('{{letterhead.contacts}}', { size: 8 }),
      rule(2, 8),
      addressee(),
      paragraph('КОММЕРЧЕСКОЕ ПРЕДЛОЖЕНИЕ', { size: 13, bold: true, align: 'center', before: 14 }),
      paragraph('{{subject}}', { align: 'center', after: 10 }),
      paragraph('{{addressee.greeting}}', { after: 4 }),
      paragraph('Благодарим за интерес к нашей компании и предлагаем следующие условия:', { after: 6, keepNext: true }),
      ...onlyIf('isPlainTable', [lineTable(plainColumns('Наименование'), { closing: closing() })]),
      ...onlyIf('isVatTable', [lineTable(vatColumns('Наименование'), { closing: closing() })]),
    ],
  });
