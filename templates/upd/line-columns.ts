import type { CellSpec, RowSpec } from '../parts/grid.ts';
import { lineRows } from '../parts/line-table.ts';

/** Width of the left strip with the status; graph А of the table has the same, so that one heavy line runs down the page. */
export const STRIP = 22;

/** Millimetres of graphs А, 1 … 11 (documents.md §9); their sum is the width of the text. */
export const LINE_COLUMNS: readonly number[] = [STRIP, 8, 40, 11, 9, 16, 14, 19, 24, 14, 12, 20, 24, 10.5, 15, 20.5];

const tall = (text: string, edges = 'tblr'): CellSpec => ({
  text,
  rowSpan: 2,
  edges,
  align: 'center',
  vAlign: 'center',
  size: 5.5,
});
const low = (text: string): CellSpec => ({ text, edges: 'tblr', align: 'center', vAlign: 'center', size: 5.5 });
const wide = (text: string): CellSpec => ({ ...low(text), span: 2 });

/** The heavy line stands between graphs А and 1; both cells name it, for Word and LibreOffice ask different ones. */
const NUMBER_EDGES = ['tblR', 'tbLr'];

const HEADER: readonly RowSpec[] = [
  {
    header: true,
    cells: [
      tall('Код товара/ работ, услуг', 'tblR'),
      tall('№ п/п', 'tbLr'),
      tall('Наименование товара (описание выполненных работ, оказанных услуг), имущественного права'),
      tall('Код вида товара'),
      wide('Единица измерения'),
      tall('Количество (объем)'),
      tall('Цена (тариф) за единицу измерения'),
      tall('Стоимость товаров (работ, услуг), имущественных прав без налога - всего'),
      tall('В том числе сумма акциза'),
      tall('Налоговая ставка'),
      tall('Сумма налога, предъявляемая покупателю'),
      tall('Стоимость товаров (работ, услуг), имущественных прав с налогом - всего'),
      wide('Страна происхождения товара'),
      tall(
        'Регистрационный номер декларации на товары или регистрационный номер партии товара, подлежащего прослеживаемости',
      ),
    ],
  },
  {
    header: true,
    // The longest of the tall captions, over graph 11, must fit: rows do not grow for a cell that spans them.
    height: 14.5,
    cells: [low('код'), low('условное обозначение (национальное)'), low('цифровой код'), low('краткое наименование')],
  },
  {
    header: true,
    cells: ['А', '1', '1а', '1б', '2', '2а', '3', '4', '5', '6', '7', '8', '9', '10', '10а', '11'].map(
      (number, index) => ({
        ...low(number),
        edges: NUMBER_EDGES[index] ?? 'tblr',
      }),
    ),
  },
];

const cell = (field: string, align: 'left' | 'center' | 'right', edges = 'tblr'): CellSpec => ({
  text: `{{$l.${field}}}`,
  edges,
  align,
  size: 7,
});

const LINE: readonly CellSpec[] = [
  cell('code', 'center', 'tblR'),
  cell('index', 'center', 'tbLr'),
  cell('name', 'left'),
  cell('kindCode', 'center'),
  cell('unitCode', 'center'),
  cell('unitName', 'center'),
  cell('quantity', 'right'),
  cell('price', 'right'),
  cell('net', 'right'),
  cell('excise', 'center'),
  cell('vatRate', 'center'),
  cell('vat', 'right'),
  cell('gross', 'right'),
  cell('countryCode', 'center'),
  cell('countryName', 'center'),
  cell('declaration', 'left'),
];

const sum = (text: string, align: 'center' | 'right' = 'right', span = 1): CellSpec => ({
  text,
  span,
  align,
  size: 7,
  bold: true,
  edges: 'tblr',
});

const TOTAL: RowSpec = {
  keep: true,
  cells: [
    { text: '', edges: 'tR' },
    { ...sum('Всего к оплате (9)', 'right', 7), align: 'left', edges: 'tbLr' },
    sum('{{totals.net}}'),
    sum('Х', 'center', 2),
    sum('{{totals.vat}}'),
    sum('{{totals.gross}}'),
    { text: '', span: 3, edges: 't' },
  ],
};

/** The table of the счет-фактура part: three header rows that repeat, the lines, «Всего к оплате». */
export const lineTableRows = (): readonly RowSpec[] => [...HEADER, ...lineRows(LINE_COLUMNS.length, LINE), TOTAL];
