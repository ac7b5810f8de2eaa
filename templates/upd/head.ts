import type { Table } from 'docx';
import { grid, rowsOnlyIf, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { paragraph, run } from '../parts/text.ts';
import { STRIP } from './line-columns.ts';

/** label, value, number of the line — twice, with a free column between. */
const COLUMNS = [STRIP, 34, 86, 9, 4, 34, 81, 9];

const label = (text: string): CellSpec => ({ text, size: 7 });
const value = (path: string): CellSpec => ({ text: `{{${path}}}`, size: 7, edges: 'b', vAlign: 'bottom' });
const number = (text: string): CellSpec => ({ text, size: 7, align: 'right', vAlign: 'bottom' });
const GAP: CellSpec = { text: '' };

type Side = readonly [string, string, string];

const side = ([text, path, no]: Side): CellSpec[] => [label(text), value(path), number(no)];
const pair = (left: Side, right: Side): RowSpec => ({ cells: [...side(left), GAP, ...side(right)] });

/** A line over the whole width, for values that may be long. */
const wide = ([text, path, no]: Side, labelSpan = 1): RowSpec => ({
  cells: [{ ...label(text), span: labelSpan }, { ...value(path), span: 6 - labelSpan }, number(no)],
});

const strip = (rows: number): CellSpec => ({
  rowSpan: rows,
  edges: 'R',
  paragraphs: [
    paragraph('Универсальный передаточный документ', { size: 8, bold: true, after: 8 }),
    paragraph([run('Статус: ', { size: 8 }), run(' {{status}} ', { size: 11, bold: true })], { after: 8 }),
    paragraph('1 – счет-фактура и передаточный документ (акт)', { size: 6, after: 2 }),
    paragraph('2 – передаточный документ (акт)', { size: 6 }),
  ],
});

const LINE_5B: Side = [
  'К счету-фактуре (счетам-фактурам), выставленному (выставленным) при получении оплаты, частичной оплаты или иных платежей в счет предстоящих поставок товаров (выполнения работ, оказания услуг), передачи имущественных прав № … от … исправление № … от …:',
  'advanceInvoices',
  '(5б)',
];

const rows = (): readonly RowSpec[] => [
  {
    cells: [
      { text: 'Счет-фактура № {{doc.number}} от {{doc.dateText}}', span: 2, size: 10, bold: true, vAlign: 'bottom' },
      number('(1)'),
      GAP,
      { text: '{{formReference}}', span: 3, size: 5, align: 'right', rowSpan: 2 },
    ],
  },
  { cells: [{ text: 'Исправление № {{doc.revision}} от {{doc.revisionDate}}', span: 2, size: 8 }, number('(1а)'), GAP] },
  pair(['Продавец:', 'seller.name', '(2)'], ['Покупатель:', 'buyer.name', '(6)']),
  pair(['Адрес:', 'seller.address', '(2а)'], ['Адрес:', 'buyer.address', '(6а)']),
  pair(['ИНН/КПП продавца:', 'seller.innKpp', '(2б)'], ['ИНН/КПП покупателя:', 'buyer.innKpp', '(6б)']),
  pair(['Грузоотправитель и его адрес:', 'consignor', '(3)'], ['Валюта: наименование, код', 'currency', '(7)']),
  pair(
    ['Грузополучатель и его адрес:', 'consignee', '(4)'],
    ['Идентификатор государственного контракта, договора (соглашения) (при наличии):', 'govContract', '(8)'],
  ),
  wide(['К платежно-расчетному документу № … от …', 'payments', '(5)'], 2),
  wide(['Документ об отгрузке: наименование, № … от …', 'shipmentDocs', '(5а)'], 2),
  ...rowsOnlyIf('hasLine5b', COLUMNS.length - 1, [wide(LINE_5B, 4)]),
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
