import type { Document, Paragraph, Table } from 'docx';
import { endRow } from '../parts/end-row.ts';
import { grid, type CellSpec } from '../parts/grid.ts';
import { lineRows } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph, rule, type Align } from '../parts/text.ts';

const COLUMNS = [
  { title: '№', field: 'index', width: 10, align: 'center' },
  { title: 'Документ', field: 'title', width: 62, align: 'left' },
  { title: 'Номер', field: 'number', width: 24, align: 'left' },
  { title: 'Дата', field: 'date', width: 24, align: 'center' },
  { title: 'Сумма, руб.', field: 'sum', width: 30, align: 'right' },
  { title: 'Заказ', field: 'order', width: 30, align: 'left' },
] as const satisfies readonly { title: string; field: string; width: number; align: Align }[];

const line = (text: string): CellSpec => ({ text, vAlign: 'bottom' });

/** The request, the signature and who wrote the letter. */
const end = (): (Paragraph | Table)[] => [
  paragraph('{{request}}', { align: 'both', indent: 10, before: 8, after: 14, keepNext: true, keepLines: true }),
  grid({
    columns: [70, 50, 60],
    padding: 0.5,
    rows: [
      {
        keep: true,
        cells: [line('{{sign.position}}'), { text: '', edges: 'b' }, line('{{sign.signatory}}')],
      },
    ],
  }),
  paragraph('Исполнитель: {{our.contacts}}', { size: 9, before: 14 }),
];

const table = (): Table =>
  grid({
    columns: COLUMNS.map(({ width }) => width),
    leading: 0.5,
    rows: [
      {
        header: true,
        cells: COLUMNS.map(({ title }) => ({
          text: title,
          edges: 'tblr',
          shade: 'F2F2F2',
          bold: true,
          size: 9,
          align: 'center',
          vAlign: 'center',
        })),
      },
      ...lineRows(
        COLUMNS.length,
        COLUMNS.map(({ field, align }) => ({ text: `{{$l.${field}}}`, edges: 'tblr', size: 9, align })),
      ),
      endRow(COLUMNS.length, end()),
    ],
  });

/** Письмо-напоминание о подписанных документах, on a letterhead. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Письмо-напоминание',
    font: 'Times New Roman',
    size: 11,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('{{our.name}}', { size: 12, bold: true, align: 'center', keepNext: true }),
      paragraph('{{our.line}}', { size: 9, align: 'center', keepNext: true }),
      rule(0, 8),
      grid({
        columns: [90, 90],
        padding: 0.5,
        rows: [
          {
            keep: true,
            cells: [{ text: '{{outgoing}}' }, { text: ['{{addressee.name}}', '{{addressee.address}}'] }],
          },
        ],
      }),
      paragraph('О возврате подписанных документов', {
        bold: true,
        align: 'center',
        before: 16,
        after: 10,
        keepNext: true,
      }),
      paragraph('Уважаемые коллеги!', { after: 6, keepNext: true }),
      paragraph('{{intro}}', { align: 'both', indent: 10, after: 6, keepNext: true }),
      table(),
    ],
  });
