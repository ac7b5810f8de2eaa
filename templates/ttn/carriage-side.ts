import type { Paragraph, Table } from 'docx';
import { grid, type RowSpec } from '../parts/grid.ts';
import { paragraph, thread } from '../parts/text.ts';
import { boxed, caption, head, lined, numbers, plain, TEXT } from './cells.ts';

type Pair = readonly [label: string, value: string];

const pairs = (...of: readonly Pair[]): RowSpec => ({
  keep: true,
  height: 5.2,
  cells: of.flatMap(([label, value]) => [plain(label), lined(value)]),
});

const trip = (): Table =>
  grid({
    columns: [28, 65, 28, 65, 30, 63],
    leading: 0.2,
    padding: 0.6,
    rows: [
      pairs(['Срок доставки груза', '{{carriage.deadline}}'], ['ТТН №', '{{doc.number}}'], ['К путевому листу №', '']),
      pairs(
        ['Организация', '{{carriage.carrierLine}}'],
        ['Автомобиль (марка)', '{{carriage.make}}'],
        ['Государственный номерной знак', '{{carriage.plate}}'],
      ),
      pairs(
        ['Заказчик (плательщик)', '{{payer.name}}'],
        ['Водитель', '{{carriage.driver}}'],
        ['Удостоверение №', '{{carriage.licence}}'],
      ),
      pairs(
        ['Лицензионная карточка', 'стандартная, ограниченная (ненужное зачеркнуть)'],
        ['Вид перевозки', ''],
        ['Код', ''],
      ),
      pairs(['Пункт погрузки', '{{carriage.loading}}'], ['Пункт разгрузки', '{{carriage.unloading}}'], ['Маршрут', '']),
      pairs(
        ['1. Прицеп (марка, номер)', '{{carriage.trailer}}'],
        ['2. Прицеп (марка, номер)', ''],
        ['Переадресовка', ''],
      ),
    ],
  });

const cargo = (): Table =>
  grid({
    columns: [60, 45, 35, 20, 35, 20, 24, 16, 24],
    padding: 0.6,
    leading: 0.2,
    rows: [
      {
        keep: true,
        cells: [
          'Краткое наименование груза',
          'С грузом следуют документы',
          'Вид упаковки',
          'Количество мест',
          'Способ определения массы',
          'Код груза',
          'Номер контейнера',
          'Класс груза',
          'Масса брутто, т',
        ].map((title) => head(title)),
      },
      { keep: true, cells: numbers(1, 9) },
      {
        keep: true,
        cells: [
          boxed('{{cargo.name}}', 'left'),
          boxed('{{cargo.papers}}', 'left'),
          boxed('{{cargo.packaging}}', 'left'),
          boxed('{{totals.places}}'),
          boxed('{{cargo.massMethod}}'),
          boxed(''),
          boxed(''),
          boxed(''),
          boxed('{{totals.grossT}}', 'right'),
        ],
      },
    ],
  });

const SEALED = 'Указанный груз с исправной пломбой, тарой и упаковкой, {{cargo.sealed}}';

const handOver = (name: string): RowSpec['cells'] => [plain(name), lined(''), lined('')];

const handing = (): Table =>
  grid({
    columns: [30, 40, 26, 2, 30, 40, 26, 2, 83],
    leading: 0.2,
    padding: 0.5,
    rows: [
      {
        keep: true,
        cells: [
          { text: `${SEALED} – к перевозке`, span: 3, size: TEXT },
          plain(''),
          { text: `${SEALED} – получателю`, span: 3, size: TEXT },
          plain(''),
          { text: 'Отметки о составленных актах', size: TEXT, edges: 'tlr' },
        ],
      },
      {
        keep: true,
        height: 6,
        cells: [
          ...handOver('Сдал грузоотправитель'),
          plain(''),
          ...handOver('Сдал водитель-экспедитор'),
          plain(''),
          { text: '', size: TEXT, edges: 'blr' },
        ],
      },
      {
        keep: true,
        height: 6,
        cells: [
          plain('Принял водитель-экспедитор'),
          lined('{{carriage.driverSignature}}'),
          lined(''),
          plain(''),
          ...handOver('Принял грузополучатель'),
          plain(''),
          { text: 'Транспортные услуги', size: TEXT, edges: 'tblr' },
        ],
      },
      {
        keep: true,
        cells: [
          plain(''),
          caption('(должность, расшифровка)'),
          caption('(подпись, штамп)'),
          plain(''),
          plain(''),
          caption('(должность, расшифровка)'),
          caption('(подпись, штамп)'),
          plain(''),
          plain(''),
        ],
      },
    ],
  });

const operation = (name: string, executor: string): RowSpec => ({
  keep: true,
  height: 6,
  cells: [boxed(name, 'left'), boxed(executor, 'left'), ...Array.from({ length: 8 }, () => boxed(''))],
});

const operations = (): Table =>
  grid({
    columns: [25, 45, 40, 35, 22, 14, 28, 28, 20, 22],
    padding: 0.6,
    leading: 0.2,
    rows: [
      {
        keep: true,
        cells: [
          'Операция',
          'Исполнитель (автовладелец, получатель, отправитель)',
          'Дополнительные операции (наименование, количество)',
          'Механизм, грузоподъемность, емкость ковша',
          'Способ (ручной, механизированный)',
          'Код',
          'Дата (число, месяц), время прибытия, ч. мин.',
          'Дата (число, месяц), время убытия, ч. мин.',
          'Время дополнительных операций, мин.',
          'Подпись ответственного лица',
        ].map((title) => head(title)),
      },
      { keep: true, cells: numbers(10, 10) },
      operation('Погрузка', 'отправитель'),
      operation('Разгрузка', 'получатель'),
    ],
  });

const OTHER: readonly string[] = [
  'Расстояние, км: всего',
  'в гор.',
  'I гр.',
  'II гр.',
  'III гр.',
  'Код экспедирования груза',
  'С клиента',
  'Причитается водителю',
  'Сумма штрафа за неправильное оформление документов',
  'Поправочный коэффициент: водителю',
  'основного тарифа',
  'Простой, ч. мин.: под погрузкой',
  'под разгрузкой',
];

const other = (): Table =>
  grid({
    columns: [17, 17, 17, 17, 17, 20, 22, 22, 34, 26, 22, 26, 22],
    padding: 0.5,
    leading: 0.2,
    rows: [
      { keep: true, cells: OTHER.map((title) => head(title)) },
      { keep: true, cells: numbers(20, 13) },
      { keep: true, height: 6, cells: OTHER.map(() => boxed('')) },
    ],
  });

const COSTS: readonly string[] = [
  'За тонны',
  'За тонно-км',
  'Погрузочно-разгрузочные работы',
  'Недогрузка автомобиля и прицепа',
  'Экспедирование',
  'Сверхнормативный простой: погрузка',
  'разгрузка',
  'За срочность доставки',
  'За специальный транспорт',
  'Прочие доплаты',
  'Всего',
];

const costs = (): Table =>
  grid({
    columns: [37, ...COSTS.map(() => 22)],
    padding: 0.5,
    leading: 0.2,
    rows: [
      { keep: true, cells: [head('Расчет стоимости'), ...COSTS.map((title) => head(title))] },
      { keep: true, cells: [head(''), ...numbers(33, COSTS.length)] },
      ...['Выполнено', 'К расценке, руб. коп.', 'К оплате, руб. коп.'].map((name): RowSpec => ({
        keep: true,
        height: 5,
        cells: [boxed(name, 'left'), ...COSTS.map(() => boxed(''))],
      })),
    ],
  });

const heading = (text: string): Paragraph =>
  paragraph(text, { size: 7, bold: true, align: 'center', before: 3, after: 1, keepNext: true });

/** Side 2 of the 1-Т, транспортный раздел: what is known only on the road is left for a pen (documents.md §11.2). */
export const carriageSide = (): (Paragraph | Table)[] => [
  paragraph('2. ТРАНСПОРТНЫЙ РАЗДЕЛ', { size: 8, bold: true, align: 'center', after: 1 }),
  trip(),
  heading('СВЕДЕНИЯ О ГРУЗЕ'),
  cargo(),
  thread({ keepNext: true }),
  handing(),
  heading('ПОГРУЗОЧНО-РАЗГРУЗОЧНЫЕ ОПЕРАЦИИ'),
  operations(),
  heading('ПРОЧИЕ СВЕДЕНИЯ (заполняются автовладельцем)'),
  other(),
  paragraph('', { size: 4, keepNext: true }),
  costs(),
  paragraph('Таксировщик ____________________', { size: TEXT, before: 4 }),
];
