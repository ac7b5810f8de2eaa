import type { Table } from 'docx';
import { grid, rowsOnlyIf, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { paragraph, run } from '../parts/text.ts';
import { STRIP } from './line-columns.ts';

/** label, place for a long label, value, number of the line — twice, with a free column between. */
const COLUMNS = [STRIP, 30, 20, 70, 9, 4, 34, 48, 33, 9];
const SIDE = 4;
/** Cells of a row without the strip. */
const CELLS = COLUMNS.length - 1;

const label = (text: string, span: number, size = 7): CellSpec => ({ text, span, size });
const value = (path: string, span: number): CellSpec => ({
  text: `{{${path}}}`,
  span,
  size: 7,
  edges: 'b',
  vAlign: 'bottom',
});
const number = (text: string): CellSpec => ({ text, size: 7, align: 'right', vAlign: 'bottom' });
const GAP: CellSpec = { text: '' };

/** Label, path of the value, number of the line; a long label takes a part of the value's place. */
type Line = readonly [label: string, path: string, no: string, isLong?: 'long'];

const half = ([text, path, no, isLong]: Line): CellSpec[] => {
  const span = isLong ? 2 : 1;
  return [label(text, span), value(path, SIDE - 1 - span), number(no)];
};

const pair = (left: Line, right: Line): RowSpec => ({ cells: [...half(left), GAP, ...half(right)] });

/** A line over the whole width, for values that may be long. */
const wide = ([text, path, no]: Line, labelSpan: number, size?: number): RowSpec => ({
  cells: [label(text, labelSpan, size), value(path, CELLS - 1 - labelSpan), number(no)],
});

const strip = (rows: number): CellSpec => ({
  rowSpan: rows,
  edges: 'R',
  paragraphs: [
    paragraph('Универсальный передаточный документ', { size: 7, bold: true, after: 6 }),
    paragraph([run('Статус: ', { size: 8 }), run(' {{status}} ', { size: 11, bold: true })], { after: 6 }),
    paragraph('1 – счет-фактура и передаточный документ (акт)', { size: 5.5, after: 2 }),
    paragraph('2 – передаточный документ (акт)', { size: 5.5 }),
  ],
});

const LINE_5B: Line = [
  'К счету-фактуре (счетам-фактурам), выставленному (выставленным) при получении оплаты, частичной оплаты или иных платежей в счет предстоящих поставок товаров (выполнения работ, оказания услуг), передачи имущественных прав № … от … исправление № … от …:',
  'advanceInvoices',
  '(5б)',
];

const rows = (): readonly RowSpec[] => [
  {
    cells: [
      { text: 'Счет-фактура № {{doc.number}} от {{doc.dateText}}', span: 3, size: 10, bold: true, vAlign: 'bottom' },
      number('(1)'),
      GAP,
      { text: '{{formReference}}', span: 4, size: 5, align: 'right', rowSpan: 2 },
    ],
  },
  {
    cells: [{ text: 'Исправление № {{doc.revision}} от {{doc.revisionDate}}', span: 3, size: 8 }, number('(1а)'), GAP],
  },
  pair(['Продавец:', 'seller.name', '(2)'], ['Покупатель:', 'buyer.name', '(6)']),
  pair(['Адрес:', 'seller.address', '(2а)'], ['Адрес:', 'buyer.address', '(6а)']),
  pair(['ИНН/КПП продавца:', 'seller.innKpp', '(2б)'], ['ИНН/КПП покупателя:', 'buyer.innKpp', '(6б)']),
  pair(['Грузоотправитель и его адрес:', 'consignor', '(3)', 'long'], ['Валюта: наименование, код', 'currency', '(7)']),
  pair(
    ['Грузополучатель и его адрес:', 'consignee', '(4)', 'long'],
    ['Идентификатор государственного контракта, договора (соглашения) (при наличии):', 'govContract', '(8)', 'long'],
  ),
  wide(['К платежно-расчетному документу № … от …', 'payments', '(5)'], 2, 6),
  wide(['Документ об отгрузке: наименование, № … от …', 'shipmentDocs', '(5а)'], 2, 6),
  ...rowsOnlyIf('hasLine5b', CELLS, [wide(LINE_5B, 6, 5.5)]),
];

/** Status strip and lines 1–8 of the счет-фактура (documents.md §9, §10). */
export const head = (): Table => {
  const [first, ...rest] = rows();
  if (first === undefined) return grid({ columns: COLUMNS, rows: [] });
  return grid({
    columns: COLUMNS,
    padding: 0.7,
    rows: [{ ...first, cells: [strip(rest.length + 1), ...first.cells] }, ...rest],
  });
};
