import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { handOver } from '../parts/hand-over.ts';
import { countedSheet } from '../parts/counted-sheet.ts';
import { paragraph } from '../parts/text.ts';

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
  countedSheet({
    title: 'Заказ на производство',
    size: 10,
    above: [paragraph('{{company}}', { size: 9, after: 4 })],
    below: [
      ...onlyIf('hasDeadline', [paragraph('Изготовить до {{deadline}}', { size: 13, bold: true, after: 4 })]),
      ...onlyIf('hasNoDeadline', [
        paragraph('Изготовить до «____» ____________________ 20____ г.', { size: 13, bold: true, after: 4 }),
      ]),
    ],
    rows: [
      { label: 'Заказ клиента:', value: '{{order}}' },
      { label: 'Клиент:', value: '{{client}}' },
      { label: 'Нанесение:', value: '{{branding}}', condition: 'hasBranding' },
      { label: 'Примечание:', value: '{{comment}}', condition: 'hasComment', bold: false },
      { label: 'Как уходит:', value: '{{leaving}}', condition: 'hasLeaving', bold: false },
    ],
    labelWidth: 32,
    columns: COLUMNS,
    leading: 1.8,
    closing: closing(),
  });
