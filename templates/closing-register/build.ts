import type { Document, Paragraph, Table } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { endRow } from '../parts/end-row.ts';
import { grid, type CellSpec } from '../parts/grid.ts';
import { labelledRows } from '../parts/labelled.ts';
import { lineRows } from '../parts/line-table.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph, rule, type Align } from '../parts/text.ts';

const COLUMNS = [
  { title: '№', field: 'index', width: 8, align: 'center' },
  { title: 'Документ', field: 'title', width: 43, align: 'left' },
  { title: 'Номер', field: 'number', width: 18, align: 'left' },
  { title: 'Дата', field: 'date', width: 19, align: 'center' },
  { title: 'Сумма, руб.', field: 'sum', width: 25, align: 'right' },
  { title: 'Листов', field: 'pages', width: 13, align: 'center' },
  { title: 'Экз.', field: 'copies', width: 10, align: 'center' },
  { title: 'Заявка / рейс', field: 'order', width: 29, align: 'left' },
  { title: 'Вернуть экз.', field: 'returned', width: 15, align: 'center' },
] as const satisfies readonly { title: string; field: string; width: number; align: Align }[];

const bold = (text: string, align: Align, span?: number): CellSpec => ({
  text,
  align,
  bold: true,
  edges: 'tblr',
  ...(span === undefined ? {} : { span }),
});

const caption = (text: string): CellSpec => ({ text, size: 6, align: 'center', vAlign: 'top' });
const filled = (text: string): CellSpec => ({ text, edges: 'b', align: 'center', vAlign: 'bottom' });

/** «Передал» with the name of our signatory, «Принял» with room for the receiver's. */
const handover = (): Table =>
  grid({
    columns: [22, 46, 34, 44, 34],
    padding: 0.5,
    rows: [
      {
        keep: true,
        height: 10,
        cells: [
          { text: 'Передал', bold: true, vAlign: 'bottom' },
          filled('{{sign.sender.position}}'),
          filled(''),
          filled('{{sign.sender.signatory}}'),
          filled(''),
        ],
      },
      {
        keep: true,
        cells: [
          { text: '' },
          caption('(должность)'),
          caption('(подпись)'),
          caption('(фамилия, инициалы)'),
          caption('(дата)'),
        ],
      },
      {
        keep: true,
        height: 10,
        cells: [{ text: 'Принял', bold: true, vAlign: 'bottom' }, filled(''), filled(''), filled(''), filled('')],
      },
      {
        keep: true,
        cells: [
          { text: '' },
          caption('(должность)'),
          caption('(подпись)'),
          caption('(фамилия, инициалы)'),
          caption('(дата)'),
        ],
      },
    ],
  });

/** What stands under the table: count, request, handing over and the stub. */
const end = (): (Paragraph | Table)[] => [
  paragraph('Всего: {{totals.countLine}}.', { before: 6, keepNext: true }),
  ...onlyIf('hasReturn', [paragraph('{{returnText}}.', { before: 2, keepNext: true, keepLines: true })]),
  handover(),
  paragraph('✂ – – – – – – – – – – – – – – – – – – – – – линия отрыва – – – – – – – – – – – – – – – – – – – – –', {
    size: 8,
    align: 'center',
    before: 8,
    after: 4,
    keepNext: true,
  }),
  paragraph('РАСПИСКА к реестру № {{doc.number}} от {{doc.dateText}}', { bold: true, keepNext: true }),
  paragraph('От {{sender.line}} получены {{totals.countLine}} на сумму {{totals.sum}} руб.', {
    before: 2,
    keepNext: true,
    keepLines: true,
  }),
  grid({
    columns: [22, 46, 34, 44, 34],
    padding: 0.5,
    rows: [
      {
        keep: true,
        height: 10,
        cells: [{ text: 'Получил', bold: true, vAlign: 'bottom' }, filled(''), filled(''), filled(''), filled('')],
      },
      {
        cells: [
          { text: '' },
          caption('(должность)'),
          caption('(подпись)'),
          caption('(фамилия, инициалы)'),
          caption('(дата)'),
        ],
      },
    ],
  }),
];

const table = (): Table =>
  grid({
    columns: COLUMNS.map(({ width }) => width),
    padding: 0.8,
    leading: 0.5,
    rows: [
      {
        header: true,
        cells: COLUMNS.map(({ title }) => ({
          text: title,
          edges: 'tblr',
          shade: 'F2F2F2',
          bold: true,
          size: 8,
          align: 'center',
          vAlign: 'center',
        })),
      },
      ...lineRows(
        COLUMNS.length,
        COLUMNS.map(({ field, align }) => ({ text: `{{$l.${field}}}`, edges: 'tblr', size: 8, align })),
      ),
      {
        keep: true,
        cells: [
          bold('Итого', 'right', 4),
          bold('{{totals.sum}}', 'right'),
          bold('{{totals.pages}}', 'center'),
          bold('{{totals.copies}}', 'center'),
          bold('', 'left'),
          bold('{{totals.returned}}', 'center'),
        ],
      },
      endRow(COLUMNS.length, end()),
    ],
  });

/** Реестр передаваемых документов with the stub that the receiver tears off and returns, documents.md §12.7. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Реестр передаваемых документов',
    font: 'Arial',
    size: 9,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('РЕЕСТР передаваемых документов № {{doc.number}} от {{doc.dateText}}', {
        size: 13,
        bold: true,
        keepNext: true,
      }),
      rule(0, 5),
      labelledRows(
        [
          { label: 'Отправитель:', value: '{{sender.line}}' },
          { label: 'Получатель:', value: '{{receiver.line}}' },
          { label: 'Адрес:', value: '{{receiver.address}}', bold: false },
          { label: 'Кому:', value: '{{receiver.contact}}', bold: false },
          { label: 'Способ передачи:', value: '{{via}}', bold: false },
        ],
        32,
        148,
      ),
      paragraph('', { size: 5 }),
      table(),
    ],
  });
