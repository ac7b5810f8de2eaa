import type { CellSpec, RowSpec } from './grid.ts';
import { lineRows } from './line-table.ts';
import type { Align } from './text.ts';

/** One graph of the table: its number, field of the line, width in millimetres. */
type Column = {
  readonly no: string;
  readonly field: string;
  readonly width: number;
  readonly align: Align;
};

const column = (no: string, field: string, width: number, align: Align = 'center'): Column => ({
  no,
  field,
  width,
  align,
});

const GRAPH_14 = 12.5;

/** Graphs 1 … 13 of documents.md §9; their sum with graph 14 is the width of the text. */
const COLUMNS: readonly Column[] = [
  column('1', 'index', 7),
  column('1а', 'name', 38, 'left'),
  column('1б', 'kindCode', 9),
  column('2', 'unitCode', 8),
  column('2а', 'unitName', 15),
  column('3', 'quantity', 13, 'right'),
  column('4', 'price', 18, 'right'),
  column('5', 'net', 20, 'right'),
  column('6', 'excise', 14),
  column('7', 'vatRate', 12),
  column('8', 'vat', 18, 'right'),
  column('9', 'gross', 20, 'right'),
  column('10', 'countryCode', 10.5),
  column('10а', 'countryName', 14),
  column('11', 'declaration', 18.5),
  column('12', 'traceUnitCode', 7),
  column('12а', 'traceUnitName', 12),
  column('13', 'traceQuantity', 12.5),
];

/** Without graph 14 (before October 2024) its place goes to the name. */
const columnsOf = (hasColumn14: boolean): readonly Column[] =>
  hasColumn14
    ? [...COLUMNS, column('14', 'traceCost', GRAPH_14)]
    : COLUMNS.map((one) => (one.field === 'name' ? { ...one, width: one.width + GRAPH_14 } : one));

export const facturaColumns = (hasColumn14: boolean): readonly number[] =>
  columnsOf(hasColumn14).map(({ width }) => width);

const caption = (text: string): CellSpec => ({ text, edges: 'tblr', align: 'center', vAlign: 'center', size: 5 });
const tall = (text: string): CellSpec => ({ ...caption(text), rowSpan: 2 });
/** Upright text, for long captions over narrow graphs. */
const upright = (text: string): CellSpec => ({ ...tall(text), isUpright: true });
const wide = (text: string): CellSpec => ({ ...caption(text), span: 2 });

const header = (hasColumn14: boolean): readonly RowSpec[] => [
  {
    header: true,
    cells: [
      tall('№ п/п'),
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
      wide('Количественная единица измерения товара, используемая в целях осуществления прослеживаемости'),
      upright(
        'Количество товара, подлежащего прослеживаемости, в количественной единице измерения товара, используемой в целях осуществления прослеживаемости',
      ),
      ...(hasColumn14 ? [upright('{{column14Label}}')] : []),
    ],
  },
  {
    header: true,
    // Rows do not grow for a cell that spans them: the upright captions must fit.
    height: 22,
    cells: [
      caption('код'),
      caption('условное обозначение (национальное)'),
      caption('цифровой код'),
      caption('краткое наименование'),
      caption('код'),
      caption('условное обозначение'),
    ],
  },
  { header: true, cells: columnsOf(hasColumn14).map(({ no }) => caption(no)) },
];

const sum = (text: string, span = 1): CellSpec => ({
  text,
  span,
  align: 'right',
  size: 6.5,
  bold: true,
  edges: 'tblr',
});

const total = (hasColumn14: boolean): RowSpec => ({
  keep: true,
  cells: [
    { ...sum('Всего к оплате (9)', 7), align: 'left' },
    sum('{{totals.net}}'),
    { ...sum('Х', 2), align: 'center' },
    sum('{{totals.vat}}'),
    sum('{{totals.gross}}'),
    { text: '', span: hasColumn14 ? 7 : 6, edges: 't' },
  ],
});

/** Three header rows that repeat, the lines, «Всего к оплате». */
export const facturaTableRows = (hasColumn14: boolean): readonly RowSpec[] => {
  const columns = columnsOf(hasColumn14);
  return [
    ...header(hasColumn14),
    ...lineRows(
      columns.length,
      columns.map(({ field, align }) => ({ text: `{{$l.${field}}}`, edges: 'tblr', align, size: 6.5 })),
    ),
    total(hasColumn14),
  ];
};
