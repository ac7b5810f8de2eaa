import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { handOver } from '../parts/hand-over.ts';
import { labelledRows } from '../parts/labelled.ts';
import { lineTable } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph, rule } from '../parts/text.ts';

/** What is made and how much of it; the last two columns are the workshop's own. */
const COLUMNS = [
  { title: '№', field: 'index', width: 8, align: 'center' },
  { title: 'Артикул', field: 'code', width: 24 },
  { title: 'Наименование', field: 'name', width: 65 },
  { title: 'Кол-во', field: 'quantity', width: 18, align: 'right' },
  { title: 'Ед.', field: 'unitName', width: 13, align: 'center' },
  { title: 'Изготовлено', field: '', width: 26 },
  { title: 'Подпись', field: '', width: 26 },
] as const;

const closing = () => [
  paragraph('{{count}}', { before: 6, after: 8, keepNext: true }),
  handOver([
    { heading: 'Выдал (менеджер)', name: '{{manager}}' },
    { heading: 'Принял (производство)', name: '' },
  ]),
];

/** Заказ на производство: a sheet for the workshop, without prices. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Заказ на производство',
    font: 'Arial',
    size: 10,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('{{company}}', { size: 9, after: 4 }),
      paragraph('{{doc.title}}', { size: 14, bold: true, keepNext: true }),
      rule(0, 5),
      ...onlyIf('hasDeadline', [paragraph('Изготовить до {{deadline}}', { size: 13, bold: true, after: 4 })]),
      ...onlyIf('hasNoDeadline', [
        paragraph('Изготовить до «____» ____________________ 20____ г.', { size: 13, bold: true, after: 4 }),
      ]),
      labelledRows(
        [
          { label: 'Заказ клиента:', value: '{{order}}' },
          { label: 'Клиент:', value: '{{client}}' },
          { label: 'Нанесение:', value: '{{branding}}', condition: 'hasBranding' },
          { label: 'Примечание:', value: '{{comment}}', condition: 'hasComment', bold: false },
          { label: 'Как уходит:', value: '{{leaving}}', condition: 'hasLeaving', bold: false },
        ],
        32,
        148,
      ),
      paragraph('', { size: 5 }),
      lineTable(COLUMNS, { hasSums: false, leading: 1.8, closing: closing() }),
    ],
  });
