import type { Document } from 'docx';
import { grid } from '../parts/grid.ts';
import { countedSheet } from '../parts/counted-sheet.ts';
import { paragraph } from '../parts/text.ts';

const COLUMNS = [
  { title: '№', field: 'index', width: 9, align: 'center' },
  { title: 'Артикул', field: 'code', width: 30 },
  { title: 'Наименование', field: 'name', width: 101 },
  { title: 'Кол-во', field: 'quantity', width: 22, align: 'right' },
  { title: 'Ед.', field: 'unitName', width: 18, align: 'center' },
] as const;

const signature = () =>
  grid({
    columns: [60, 50, 70],
    padding: 0.5,
    rows: [
      {
        keep: true,
        height: 10,
        cells: [
          { text: '{{sign.position}}', vAlign: 'bottom' },
          { text: '', edges: 'b' },
          { text: '{{sign.signatory}}', vAlign: 'bottom' },
        ],
      },
      { cells: [{ text: 'М.П.', span: 3, size: 8, before: 4 }] },
    ],
  });

const closing = () => [
  paragraph('{{count}}', { before: 6, after: 4, keepNext: true }),
  paragraph(
    'Просим выставить счет на указанные товары и подтвердить их наличие, цены и срок поставки. В счете укажите номер и дату этого заказа.',
    { after: 4, align: 'both', keepNext: true, keepLines: true },
  ),
  paragraph('По вопросам заказа: {{contact}}', { after: 6, keepNext: true }),
  signature(),
];

/** Заказ поставщику: a letter with a list; prices come with the invoice. */
export const buildForm = (): Document =>
  countedSheet({
    title: 'Заказ поставщику',
    size: 9,
    rows: [
      { label: 'Поставщик:', value: '{{supplier}}' },
      { label: 'Покупатель:', value: '{{buyer}}' },
      { label: 'Поставить до:', value: '{{expectedOn}}', condition: 'hasExpectedOn' },
      { label: 'Адрес поставки:', value: '{{address}}', bold: false },
    ],
    labelWidth: 32,
    columns: COLUMNS,
    closing: closing(),
  });
