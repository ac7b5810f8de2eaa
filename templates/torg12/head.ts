import type { Table } from 'docx';
import { grid, type CellSpec, type RowSpec } from '../parts/grid.ts';

/** label, value, label of the code, code. */
const COLUMNS = [28, 183, 40, 28];

const label = (text: string): CellSpec => ({ text, vAlign: 'bottom' });
const value = (path: string): CellSpec => ({ text: path === '' ? '' : `{{${path}}}`, edges: 'b', vAlign: 'bottom' });
const caption = (text: string): CellSpec => ({ text, size: 5.5, align: 'center' });
const codeLabel = (text: string): CellSpec => ({ text, align: 'right', vAlign: 'bottom' });
const code = (text: string): CellSpec => ({ text, edges: 'tblr', align: 'center', vAlign: 'center' });
const NOTHING: CellSpec = { text: '' };

const ORGANISATION = '(организация, адрес, телефон, факс, банковские реквизиты)';

/** A party with its line, what must stand there and its ОКПО in the box of codes. */
const party = (name: string, path: string): RowSpec[] => [
  { cells: [label(name), value(`${path}.line`), codeLabel('по ОКПО'), { ...code(`{{${path}.okpo}}`), rowSpan: 2 }] },
  { cells: [NOTHING, caption(ORGANISATION), NOTHING] },
];

const ROWS: readonly RowSpec[] = [
  { cells: [{ text: '{{formReference}}', span: 4, size: 6, align: 'right' }] },
  { cells: [{ ...NOTHING, span: 3 }, code('Коды')] },
  { cells: [{ ...NOTHING, span: 2 }, codeLabel('Форма по ОКУД'), code('0330212')] },
  {
    cells: [
      { ...value('consignor.line'), span: 2 },
      codeLabel('по ОКПО'),
      { ...code('{{consignor.okpo}}'), rowSpan: 2 },
    ],
  },
  {
    cells: [
      { ...caption('(организация-грузоотправитель, адрес, телефон, факс, банковские реквизиты)'), span: 2 },
      NOTHING,
    ],
  },
  { cells: [{ ...value(''), span: 2 }, NOTHING, code('')] },
  {
    cells: [{ ...caption('(структурное подразделение)'), span: 2 }, codeLabel('Вид деятельности по ОКДП'), code('')],
  },
  ...party('Грузополучатель', 'consignee'),
  ...party('Поставщик', 'supplier'),
  ...party('Плательщик', 'payer'),
  { cells: [label('Основание'), value('basis.name'), codeLabel('номер'), code('{{basis.number}}')] },
  { cells: [NOTHING, caption('(договор, заказ-наряд)'), codeLabel('дата'), code('{{basis.date}}')] },
  { cells: [{ ...NOTHING, span: 2 }, codeLabel('Транспортная накладная номер'), code('{{waybill.number}}')] },
  { cells: [{ ...NOTHING, span: 2 }, codeLabel('дата'), code('{{waybill.date}}')] },
  { cells: [{ ...NOTHING, span: 2 }, codeLabel('Вид операции'), code('')] },
];

/** Reference of the form, parties and the box of codes. */
export const head = (): Table => grid({ columns: COLUMNS, padding: 0.6, leading: 0.1, rows: ROWS });

/** «ТОВАРНАЯ НАКЛАДНАЯ» with its number and date in boxes. */
export const title = (): Table =>
  grid({
    columns: [62, 62, 38, 38, 79],
    padding: 0.6,
    rows: [
      { cells: [NOTHING, NOTHING, code('Номер документа'), code('Дата составления'), NOTHING] },
      {
        cells: [
          NOTHING,
          { text: 'ТОВАРНАЯ НАКЛАДНАЯ', size: 10, bold: true, align: 'right', vAlign: 'center' },
          { ...code('{{doc.number}}'), size: 8, bold: true },
          { ...code('{{doc.date}}'), size: 8, bold: true },
          NOTHING,
        ],
      },
    ],
  });
