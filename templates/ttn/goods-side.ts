import type { Paragraph, Table } from 'docx';
import { grid, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { lineRows } from '../parts/line-table.ts';
import { paragraph, thread } from '../parts/text.ts';
import { boxed, caption, head, lined, numbers, plain, TEXT } from './cells.ts';

const HEAD_COLUMNS = [205, 40, 34];

const party = (name: string, path: string, words: string, isLast = false): RowSpec[] => [
  {
    cells: [
      { text: `${name}  {{${path}.line}}`, size: TEXT, edges: 'b', vAlign: 'bottom' },
      { ...plain('по ОКПО'), align: 'right' },
      boxed(`{{${path}.okpo}}`),
    ],
  },
  { cells: [caption(words), plain(''), { text: '', edges: isLast ? 'blr' : 'lr', size: 5 }] },
];

const code = (name: string, value: string, bold = false): RowSpec => ({
  cells: [plain(''), { ...plain(name), align: 'right' }, { ...boxed(value), bold }],
});

const codes = (): Table =>
  grid({
    columns: HEAD_COLUMNS,
    leading: 0.2,
    rows: [
      {
        cells: [
          { text: 'ТОВАРНО-ТРАНСПОРТНАЯ НАКЛАДНАЯ', size: 11, bold: true, align: 'center' },
          plain(''),
          boxed('Коды'),
        ],
      },
      code('Форма по ОКУД', '0345009'),
      code('№', '{{doc.number}}', true),
      code('Дата составления', '{{doc.date}}'),
      ...party('Грузоотправитель', 'consignor', '(полное наименование организации, адрес, номер телефона)'),
      ...party('Грузополучатель', 'consignee', '(полное наименование организации, адрес, номер телефона)'),
      ...party('Плательщик', 'payer', '(полное наименование организации, адрес, банковские реквизиты)', true),
    ],
  });

const COLUMNS = [24, 20, 20, 18, 22, 58, 14, 26, 14, 15, 24, 24];

const TITLES: readonly string[] = [
  'Код продукции (номенклатурный номер)',
  'Номер прейскуранта и дополнения к нему',
  'Артикул или номер по прейскуранту',
  'Количество',
  'Цена, руб. коп.',
  'Наименование продукции, товара (груза), ТУ, марка, размер, сорт',
  'Единица измерения',
  'Вид упаковки',
  'Количество мест',
  'Масса, т',
  'Сумма, руб. коп.',
  'Порядковый номер записи по складской картотеке (грузоотправителю, грузополучателю)',
];

const LINE: readonly CellSpec[] = [
  boxed('{{$l.code}}'),
  boxed('—'),
  boxed('—'),
  boxed('{{$l.quantity}}', 'right'),
  boxed('{{$l.price}}', 'right'),
  boxed('{{$l.name}}', 'left'),
  boxed('{{$l.unitName}}'),
  boxed('{{$l.packaging}}', 'left'),
  boxed('{{$l.places}}'),
  boxed('{{$l.massT}}', 'right'),
  boxed('{{$l.sum}}', 'right'),
  boxed(''),
];

const total = (name: string): RowSpec => ({
  keep: true,
  cells: [
    { text: name, span: 8, size: TEXT, align: 'right' },
    boxed('{{totals.places}}'),
    boxed('{{totals.grossT}}', 'right'),
    boxed('{{totals.sum}}', 'right'),
    boxed(''),
  ],
});

const goods = (): Table => {
  const count = COLUMNS.length;
  return grid({
    columns: COLUMNS,
    padding: 0.6,
    leading: 0.3,
    rows: [
      { header: true, cells: TITLES.map((title) => head(title)) },
      { header: true, cells: numbers(1, count) },
      ...lineRows(count, LINE),
      total('Итого по странице'),
      total('Всего по накладной'),
    ],
  });
};

/** Sums in words on the left, boxes of charges on the right. */
const words = (): Table =>
  grid({
    columns: [42, 168, 45, 24],
    leading: 0.4,
    rows: [
      {
        keep: true,
        cells: [
          plain(
            'Товарная накладная имеет продолжение на ______ листах, на бланках за № ____________ и содержит {{totals.records}} записей',
            2,
          ),
          boxed('Наценка, %', 'left'),
          boxed(''),
        ],
      },
      {
        keep: true,
        cells: [
          plain('Всего наименований'),
          lined('{{totals.count}}'),
          boxed('Складские или транспортные расходы', 'left'),
          boxed(''),
        ],
      },
      {
        keep: true,
        cells: [
          plain('Всего мест'),
          lined('{{totals.placesWords}}'),
          boxed('Всего к оплате', 'left'),
          boxed('{{totals.sum}}', 'right'),
        ],
      },
      { keep: true, cells: [plain('Масса груза (нетто)'), lined('{{totals.netWords}}'), plain(''), plain('')] },
      { keep: true, cells: [plain('Масса груза (брутто)'), lined('{{totals.grossWords}}'), plain(''), plain('')] },
      {
        keep: true,
        cells: [plain('Приложения (паспорта, сертификаты и т.п.) на ______ листах', 2), plain(''), plain('')],
      },
      { keep: true, cells: [plain('Всего отпущено на сумму'), lined('{{totals.sumWords}}'), plain(''), plain('')] },
    ],
  });

const FREE = '';

const signRow = (
  left: readonly [title: string, position: string, name: string],
  right: readonly [title: string, position: string, name: string],
  keep = true,
): RowSpec[] => [
  {
    keep: true,
    height: 6.5,
    cells: [
      plain(left[0]),
      lined(left[1]),
      lined(FREE),
      lined(left[2]),
      plain(''),
      plain(right[0]),
      lined(right[1]),
      lined(FREE),
      lined(right[2]),
    ],
  },
  {
    keep,
    cells: [
      plain(''),
      ...['(должность)', '(подпись)', '(расшифровка подписи)'].map((text) => caption(text)),
      plain(''),
      plain(''),
      ...['(должность)', '(подпись)', '(расшифровка подписи)'].map((text) => caption(text)),
    ],
  },
];

const signatures = (): Table =>
  grid({
    columns: [38, 36, 26, 36, 7, 38, 36, 26, 36],
    leading: 0.1,
    padding: 0.5,
    rows: [
      {
        keep: true,
        height: 6.5,
        cells: [
          plain('', 5),
          plain(
            'По доверенности № ________________ от «____» ______________ 20__ г., выданной ____________________',
            4,
          ),
        ],
      },
      ...signRow(
        ['Отпуск разрешил', '{{sign.position}}', '{{sign.allowed}}'],
        ['Груз к перевозке принял', 'водитель', '{{carriage.driverSignature}}'],
      ),
      ...signRow(
        ['Главный (старший) бухгалтер', FREE, '{{sign.accountant}}'],
        ['Груз получил грузополучатель', FREE, FREE],
      ),
      ...signRow(['Отпуск груза произвел', FREE, FREE], ['М.П. грузополучателя', FREE, FREE], false),
    ],
  });

/** Side 1 of the 1-Т, товарный раздел; labels are those of the form (documents.md §11.2). */
export const goodsSide = (): (Paragraph | Table)[] => [
  paragraph('{{formReference}}', { size: 5.5, align: 'right', after: 1 }),
  codes(),
  paragraph('1. ТОВАРНЫЙ РАЗДЕЛ (заполняется грузоотправителем)', {
    size: 8,
    bold: true,
    align: 'center',
    before: 2,
    after: 2,
  }),
  goods(),
  thread({ keepNext: true }),
  words(),
  thread({ keepNext: true }),
  signatures(),
];
