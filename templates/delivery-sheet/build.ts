import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { handOver } from '../parts/hand-over.ts';
import { countedSheet } from '../parts/counted-sheet.ts';
import { paragraph } from '../parts/text.ts';

/** What is handed over; how many packages each line makes is counted at the gate. */
const COLUMNS = [
  { title: '№', field: 'index', width: 8, align: 'center' },
  { title: 'Артикул', field: 'code', width: 26 },
  { title: 'Наименование', field: 'name', width: 88 },
  { title: 'Кол-во', field: 'quantity', width: 20, align: 'right' },
  { title: 'Ед.', field: 'unitName', width: 14, align: 'center' },
  { title: 'Мест', field: '', width: 24 },
] as const;

const closing = () => [
  ...onlyIf('hasPlaces', [paragraph('{{count}} Мест: {{places}}.', { before: 6, keepNext: true })]),
  ...onlyIf('hasNoPlaces', [paragraph('{{count}} Мест: ________', { before: 6, keepNext: true })]),
  paragraph('Товар получен в указанном количестве, повреждений упаковки нет.', { before: 6, after: 4, keepNext: true }),
  paragraph('Замечания: ________________________________________________________________________', {
    after: 4,
    keepNext: true,
  }),
  ...onlyIf('isPickup', [
    paragraph('Доверенность № ____________ от ______________ или паспорт ____________________', {
      before: 4,
      after: 4,
      keepNext: true,
    }),
  ]),
  handOver([
    { heading: 'Передал', name: '' },
    { heading: 'Получил', name: '' },
  ]),
];

/** Лист доставки: for the driver and the door, without prices. */
export const buildForm = (): Document =>
  countedSheet({
    title: 'Лист доставки',
    size: 10,
    above: [paragraph('{{company}}', { size: 9, after: 4 })],
    rows: [
      { label: 'Заказ:', value: '{{order}}' },
      { label: 'Клиент:', value: '{{client}}' },
      { label: 'Способ:', value: '{{way}}', condition: 'hasWay' },
      { label: 'Способ:', value: '☐ доставка   ☐ самовывоз', condition: 'hasNoWay', bold: false },
      { label: 'Дата отгрузки:', value: '{{shipDate}}', condition: 'hasShipDate' },
      { label: 'Адрес:', value: '{{address}}', condition: 'hasAddress' },
      { label: 'Получатель:', value: '{{recipient}}', condition: 'hasRecipient' },
      { label: 'Перевозит:', value: '{{carrier}}', condition: 'hasCarrier', bold: false },
      { label: 'Номер отправления:', value: '{{trackNumber}}', condition: 'hasTrackNumber', bold: false },
      { label: 'Комментарий:', value: '{{comment}}', condition: 'hasComment', bold: false },
      { label: 'Менеджер:', value: '{{manager}}', bold: false },
    ],
    labelWidth: 38,
    columns: COLUMNS,
    leading: 1.2,
    closing: closing(),
  });
