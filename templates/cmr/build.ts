import type { Document } from 'docx';
import { grid, type RowSpec } from '../parts/grid.ts';
import { formDocument, numberFooter, type Margins } from '../parts/page.ts';
import { paragraph } from '../parts/text.ts';
import { box, small } from './boxes.ts';

const MARGINS: Margins = { left: 20, right: 10, top: 10, bottom: 10 };

/** Twelve equal columns: halves, thirds and quarters of the page are whole numbers of them. */
const COLUMNS: readonly number[] = Array.from({ length: 12 }, () => 15);
const HALF = 6;
const THIRD = 4;

const CONVENTION =
  'Данная перевозка, независимо от любых других соглашений, осуществляется на условиях Конвенции о договоре международной дорожной перевозки грузов (КДПГ) / This carriage is subject, notwithstanding any clause to the contrary, to the Convention on the Contract for the International Carriage of Goods by Road (CMR)';

const TITLE: RowSpec['cells'][number] = {
  span: HALF,
  edges: 'tblr',
  paragraphs: [
    paragraph('МЕЖДУНАРОДНАЯ ТОВАРНО-ТРАНСПОРТНАЯ НАКЛАДНАЯ', { size: 9, bold: true, align: 'center' }),
    paragraph('INTERNATIONAL CONSIGNMENT NOTE', { size: 8, align: 'center' }),
    paragraph('CMR № {{doc.number}}', { size: 15, bold: true, align: 'center', before: 2, after: 2 }),
    paragraph(CONVENTION, { size: 5.5, align: 'both' }),
  ],
};

const head = (): RowSpec[] => [
  {
    height: 27,
    cells: [
      box(['1', 'Отправитель (наименование, адрес, страна)', 'Sender (name, address, country)'], ['{{consignor}}'], {
        span: HALF,
      }),
      TITLE,
    ],
  },
  {
    height: 24,
    cells: [
      box(['2', 'Получатель (наименование, адрес, страна)', 'Consignee (name, address, country)'], ['{{consignee}}'], {
        span: HALF,
      }),
      box(['16', 'Перевозчик (наименование, адрес, страна)', 'Carrier (name, address, country)'], ['{{carrier}}'], {
        span: HALF,
      }),
    ],
  },
  {
    height: 17,
    cells: [
      box(['3', 'Место разгрузки груза', 'Place of delivery of the goods'], ['{{unloading}}'], { span: HALF }),
      box(
        ['17', 'Последующий перевозчик (наименование, адрес, страна)', 'Successive carriers (name, address, country)'],
        [''],
        {
          span: HALF,
        },
      ),
    ],
  },
  {
    height: 20,
    cells: [
      box(
        ['4', 'Место и дата погрузки груза', 'Place and date of taking over the goods'],
        ['{{loading}}', '{{loadingDate}}'],
        {
          span: HALF,
        },
      ),
      box(['18', 'Оговорки и замечания перевозчика', "Carrier's reservations and observations"], [''], {
        span: HALF,
        rowSpan: 2,
      }),
    ],
  },
  {
    height: 13,
    cells: [box(['5', 'Прилагаемые документы', 'Documents attached'], ['{{papers}}'], { span: HALF })],
  },
];

const goods = (): RowSpec[] => [
  {
    height: 34,
    cells: [
      box(['6', 'Знаки и номера', 'Marks and numbers'], ['{{cargo.marking}}'], { span: 2 }),
      box(['7', 'Количество мест', 'Number of packages'], ['{{cargo.places}}'], { span: 1, align: 'center' }),
      box(['8', 'Род упаковки', 'Method of packing'], ['{{cargo.packaging}}'], { span: 2 }),
      box(['9', 'Наименование груза', 'Nature of the goods'], ['{{cargo.name}}'], { span: 3 }),
      box(['10', 'Статист. №', 'Statistical number'], ['{{cargo.hsCode}}'], { span: 2, align: 'center' }),
      box(['11', 'Вес брутто, кг', 'Gross weight, kg'], ['{{cargo.grossKg}}'], { span: 1, align: 'center' }),
      box(['12', 'Объем, м³', 'Volume, m³'], ['{{cargo.volumeM3}}'], { span: 1, align: 'center' }),
    ],
  },
  {
    cells: [small('Класс / Class', 3), small('Цифра / Number', 3), small('Буква / Letter', 3), small('ДОПОГ / ADR', 3)],
  },
];

const CHARGES: readonly string[] = [
  'Ставка / Carriage charges',
  'Скидки / Deductions',
  'Разность / Balance',
  'Надбавки / Supplementary charges',
  'Дополнительные сборы / Additional charges',
  'Прочие / Miscellaneous',
  'Итого / Total',
];

const charges = (): RowSpec[] => [
  {
    keep: true,
    cells: [
      box(
        [
          '13',
          'Указания отправителя (таможенная и прочая обработка)',
          "Sender's instructions (customs and other formalities)",
        ],
        ['{{instructions}}'],
        { span: HALF, rowSpan: CHARGES.length + 1 },
      ),
      small('19  Подлежит оплате / To be paid by', 3),
      small('Отправитель / Sender', 1),
      small('Валюта / Currency', 1),
      small('Получатель / Consignee', 1),
    ],
  },
  ...CHARGES.map((name): RowSpec => ({
    keep: true,
    height: 4.5,
    cells: [small(name, 3), small('', 1), small('', 1), small('', 1)],
  })),
];

const conditions = (): RowSpec[] => [
  {
    height: 9,
    cells: [
      box(['14', 'Возврат', 'Cash on delivery'], [''], { span: HALF }),
      box(['20', 'Особые согласованные условия', 'Special agreements'], ['{{special}}'], { span: HALF, rowSpan: 2 }),
    ],
  },
  {
    height: 12,
    cells: [
      box(
        ['15', 'Условия оплаты', 'Instructions as to payment for carriage'],
        ['☐ франко / carriage paid', '☐ нефранко / carriage forward'],
        { span: HALF },
      ),
    ],
  },
  {
    cells: [
      box(['21', 'Составлена в', 'Established in'], ['{{city}}'], { span: HALF }),
      box(['', 'Дата', 'On'], ['{{doc.date}}'], { span: HALF }),
    ],
  },
];

const TIMES = 'Приб. / Arr. ___ ч ___ мин    Уб. / Dep. ___ ч ___ мин';

const signatures = (): RowSpec[] => [
  {
    height: 36,
    cells: [
      box(
        ['22', 'Прибыл под погрузку, убытие. Подпись и штамп отправителя', 'Signature and stamp of the sender'],
        [''],
        { span: THIRD },
      ),
      box(
        [
          '23',
          'Путевой лист №, фамилии водителей. Подпись и штамп перевозчика',
          'Waybill No., drivers. Signature and stamp of the carrier',
        ],
        ['{{driver}}'],
        { span: THIRD },
      ),
      box(
        [
          '24',
          'Груз получен, дата. Подпись и штамп получателя',
          'Goods received on. Signature and stamp of the consignee',
        ],
        [''],
        { span: THIRD },
      ),
    ],
  },
  { cells: [small(TIMES, THIRD), small('', THIRD), small(TIMES, THIRD)] },
  {
    height: 13,
    cells: [
      box(
        ['25', 'Регистрац. номер: тягач, полуприцеп', 'Registration No.: truck, semitrailer'],
        ['{{vehicle.plate}}', '{{vehicle.trailer}}'],
        {
          span: THIRD,
        },
      ),
      box(['26', 'Марка', 'Make'], ['{{vehicle.make}}'], { span: THIRD }),
      box(['27', 'Тариф за км', 'Tariff per km'], [''], { span: 2 }),
      box(['28', 'Расст., км', 'Km'], [''], { span: 1 }),
      box(['29', 'Всего', 'Total'], [''], { span: 1 }),
    ],
  },
];

/** CMR, documents.md §11.3: a fixed grid of 29 boxes on one page. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Международная товарно-транспортная накладная (CMR)',
    font: 'Arial',
    size: 8,
    margins: MARGINS,
    footer: numberFooter(),
    body: [
      grid({
        columns: COLUMNS,
        padding: 0.8,
        leading: 0.3,
        rows: [...head(), ...goods(), ...charges(), ...conditions(), ...signatures()],
      }),
    ],
  });
