import type { Document } from 'docx';
import { forEach } from '../parts/commands.ts';
import { placeAndDate } from '../parts/contract-form.ts';
import { lineTable } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { point, POINT_NUMBERING } from '../parts/points.ts';
import { twoSignatures } from '../parts/signatures.ts';
import { paragraph } from '../parts/text.ts';

/** Columns of documents.md §12.6. */
const COLUMNS = [
  { title: '№', field: 'index', width: 8, align: 'center' },
  { title: 'Наименование, характеристики', field: 'name', width: 43 },
  { title: 'Ед.', field: 'unitName', width: 11, align: 'center' },
  { title: 'Кол-во', field: 'quantity', width: 15, align: 'right' },
  { title: 'Цена без НДС', field: 'priceWithoutVat', width: 22, align: 'right' },
  { title: 'Ставка НДС', field: 'vatRate', width: 14, align: 'center' },
  { title: 'Сумма НДС', field: 'vat', width: 21, align: 'right' },
  { title: 'Сумма с НДС', field: 'gross', width: 28, align: 'right' },
  { title: 'Срок', field: 'delivery', width: 18, align: 'center' },
] as const;

/** Sums in words, terms and signatures. */
const closing = () => [
  paragraph('{{totals.countLine}}', { before: 6, keepNext: true }),
  paragraph('{{totals.grossWords}}', { bold: true, after: 6, keepNext: true }),
  paragraph('Условия', { bold: true, after: 2, keepNext: true }),
  point('Условия поставки: {{delivery.way}}.', true),
  point('Срок поставки: {{delivery.date}}.', true),
  point('Грузоотправитель: {{delivery.consignor}}.', true),
  point('Грузополучатель: {{delivery.consignee}}.', true),
  point('Порядок оплаты:', true),
  ...forEach('p', 'schedule', [paragraph('{{$p.text}}', { after: 2, indent: 7, keepNext: true })]),
  point(
    'Качество подтверждается документами изготовителя, если они обязательны. Ставка НДС применяется по законодательству на дату отгрузки (оказания услуг). Во всем остальном действуют условия договора.',
    true,
  ),
  point('Спецификация составлена в двух экземплярах и является неотъемлемой частью договора.', true),
  paragraph('', { size: 6, keepNext: true }),
  twoSignatures(
    { heading: '{{seller.role}}', path: 'seller', isOurs: true },
    { heading: '{{buyer.role}}', path: 'buyer' },
  ),
];

/** Спецификация, documents.md §12.6. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Спецификация',
    font: 'Times New Roman',
    size: 10,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    numbering: POINT_NUMBERING,
    body: [
      paragraph('Приложение № {{doc.number}} к {{toContract}}', { size: 9, align: 'right', after: 8 }),
      paragraph('СПЕЦИФИКАЦИЯ № {{doc.number}} от {{doc.dateText}}', {
        size: 13,
        bold: true,
        align: 'center',
        after: 6,
      }),
      placeAndDate(),
      paragraph(
        '{{seller.preamble}}, с одной стороны, и {{buyer.preamble}}, с другой стороны, согласовали настоящую спецификацию к {{toContract}}:',
        { align: 'both', before: 6, after: 6, indent: 7 },
      ),
      lineTable(COLUMNS, { columnsAfterSum: 1, closing: closing() }),
    ],
  });
