import type { Document, Table } from 'docx';
import { onlyIf } from './commands.ts';
import { facturaColumns, facturaTableRows } from './factura-columns.ts';
import { grid, rowsOnlyIf, type CellSpec, type RowSpec } from './grid.ts';
import { formDocument, LANDSCAPE_MARGINS, numberFooter } from './page.ts';
import { thread } from './text.ts';

/** label, a place for a long label, the number of the title, value, number of the line. */
const HEAD = [64, 106, 12, 88, 9];

const number = (text: string): CellSpec => ({ text, size: 7, align: 'right', vAlign: 'bottom' });

const line = (label: string, path: string, no: string): RowSpec => ({
  cells: [
    { text: label, size: 7 },
    { text: `{{${path}}}`, size: 7, edges: 'b', vAlign: 'bottom', span: 3 },
    number(no),
  ],
});

const LINE_5B =
  'К счету-фактуре (счетам-фактурам), выставленному (выставленным) при получении оплаты, частичной оплаты или иных платежей в счет предстоящих поставок товаров (выполнения работ, оказания услуг), передачи имущественных прав № … от … исправление № … от …:';

/** Lines 1 … 8 (documents.md §9); line 5б from the edition of April 2026. */
const head = (): Table =>
  grid({
    columns: HEAD,
    padding: 0.7,
    rows: [
      {
        cells: [
          {
            text: 'Счет-фактура № {{doc.number}} от {{doc.dateText}}',
            span: 2,
            size: 11,
            bold: true,
            vAlign: 'bottom',
          },
          number('(1)'),
          { text: '{{formReference}}', span: 2, size: 5.5, align: 'right', rowSpan: 2 },
        ],
      },
      { cells: [{ text: 'Исправление № {{doc.revision}} от {{doc.revisionDate}}', span: 2, size: 9 }, number('(1а)')] },
      line('Продавец:', 'seller.name', '(2)'),
      line('Адрес:', 'seller.address', '(2а)'),
      line('ИНН/КПП продавца:', 'seller.innKpp', '(2б)'),
      line('Грузоотправитель и его адрес:', 'consignor', '(3)'),
      line('Грузополучатель и его адрес:', 'consignee', '(4)'),
      line('К платежно-расчетному документу № … от …', 'payments', '(5)'),
      line('Документ об отгрузке: наименование, № … от …', 'shipmentDocs', '(5а)'),
      ...rowsOnlyIf('hasLine5b', HEAD.length, [
        {
          cells: [
            { text: LINE_5B, size: 5.5, span: 2 },
            { text: '{{advanceInvoices}}', size: 7, edges: 'b', vAlign: 'bottom', span: 2 },
            number('(5б)'),
          ],
        },
      ]),
      line('Покупатель:', 'buyer.name', '(6)'),
      line('Адрес:', 'buyer.address', '(6а)'),
      line('ИНН/КПП покупателя:', 'buyer.innKpp', '(6б)'),
      line('Валюта: наименование, код', 'currency', '(7)'),
      line('Идентификатор государственного контракта, договора (соглашения) (при наличии):', 'govContract', '(8)'),
    ],
  });

const SIGN = [55, 30, 52, 5, 55, 30, 52];

const label = (text: string): CellSpec => ({ text, size: 7, vAlign: 'bottom' });
const space = (text = '', span = 1): CellSpec => ({
  text,
  span,
  size: 7,
  edges: 'b',
  align: 'center',
  vAlign: 'bottom',
});
const caption = (text: string, span = 1): CellSpec => ({ text, span, size: 6, align: 'center' });
const GAP: CellSpec = { text: '' };

/** Both halves are printed, the one that does not apply stays blank; no place for a stamp (documents.md §9). */
const signatures = (): Table =>
  grid({
    columns: SIGN,
    padding: 0.7,
    rows: [
      {
        keep: true,
        height: 8,
        cells: [
          label('Руководитель организации или иное уполномоченное лицо'),
          space(),
          space('{{sign.headName}}'),
          GAP,
          label('Главный бухгалтер или иное уполномоченное лицо'),
          space(),
          space('{{sign.accountantName}}'),
        ],
      },
      {
        keep: true,
        cells: [
          GAP,
          caption('(подпись)'),
          caption('(ф. и. о.)'),
          GAP,
          GAP,
          caption('(подпись)'),
          caption('(ф. и. о.)'),
        ],
      },
      {
        keep: true,
        height: 8,
        cells: [
          label('Индивидуальный предприниматель или иное уполномоченное лицо'),
          space(),
          space('{{sign.entrepreneurName}}'),
          GAP,
          space('{{sign.entrepreneurRecord}}', 3),
        ],
      },
      { cells: [GAP, caption('(подпись)'), caption('(ф. и. о.)'), GAP, caption('{{entrepreneurCaption}}', 3)] },
    ],
  });

/**
 * The lines, their total and the signatures in one table: LibreOffice keeps rows of one table together on any page, but
 * moves the last rows of a table to what follows it only from its first page.
 */
const table = (hasColumn14: boolean): Table => {
  const columns = facturaColumns(hasColumn14);
  return grid({
    columns,
    padding: 0.5,
    rows: [...facturaTableRows(hasColumn14), { cells: [{ paragraphs: [signatures()], span: columns.length }] }],
  });
};

/**
 * Счет-фактура, documents.md §9: for a shipment and for an advance. One form serves all editions of ПП 1137: the
 * reference, line 5б, graph 14 and the caption of an ИП come from the view by the document's date.
 */
export const facturaForm = (title: string): Document =>
  formDocument({
    title,
    font: 'Arial',
    size: 7,
    landscape: true,
    margins: LANDSCAPE_MARGINS,
    footer: numberFooter(),
    body: [head(), thread(), ...onlyIf('hasColumn14', [table(true)]), ...onlyIf('hasNoColumn14', [table(false)])],
  });
