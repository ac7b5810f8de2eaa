import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { endRow } from '../parts/end-row.ts';
import { grid, type CellSpec, type RowSpec } from '../parts/grid.ts';
import { lineRows } from '../parts/line-table.ts';
import { formDocument, LANDSCAPE_MARGINS, pagesFooter } from '../parts/page.ts';
import { twoSignatures } from '../parts/signatures.ts';
import { paragraph } from '../parts/text.ts';

const BOX = 'tblr';
const HALF = [20, 64, 27, 27] as const;
const EMPTY_HALF: readonly CellSpec[] = HALF.map(() => ({ text: '', edges: BOX }));

const head = (text: string, span?: number): CellSpec => ({
  text,
  edges: BOX,
  shade: 'F2F2F2',
  bold: true,
  align: 'center',
  vAlign: 'center',
  ...(span === undefined ? {} : { span }),
});

const HEAD_ROWS: readonly RowSpec[] = [
  { header: true, cells: [head('По данным {{our.name}}, руб.', 4), head('По данным {{their.name}}, руб.', 4)] },
  {
    header: true,
    cells: ['Дата', 'Документ', 'Дебет', 'Кредит', 'Дата', 'Документ', 'Дебет', 'Кредит'].map((text) => head(text)),
  },
];

/** «Сальдо начальное», «Обороты за период»: the caption over two columns, then the sums. */
const sumRow = (label: string, path: string, keep: boolean): RowSpec => ({
  keep,
  cells: [
    { text: label, span: 2, edges: BOX, bold: true },
    { text: `{{${path}.debit}}`, edges: BOX, bold: true, align: 'right' },
    { text: `{{${path}.credit}}`, edges: BOX, bold: true, align: 'right' },
    { text: label, span: 2, edges: BOX, bold: true },
    { text: '', edges: BOX },
    { text: '', edges: BOX },
  ],
});

const ENTRY: readonly CellSpec[] = [
  { text: '{{$l.date}}', edges: BOX, align: 'center' },
  { text: '{{$l.text}}', edges: BOX },
  { text: '{{$l.debit}}', edges: BOX, align: 'right' },
  { text: '{{$l.credit}}', edges: BOX, align: 'right' },
  ...EMPTY_HALF,
];

/** The conclusion and both signatures. */
const END = [
  paragraph('{{conclusion}}', { before: 6, after: 4, bold: true }),
  paragraph(
    'Просим в течение 10 рабочих дней со дня получения подписать акт и вернуть один экземпляр либо направить возражения с приложением документов.',
    { after: 8 },
  ),
  twoSignatures({ heading: 'От {{our.name}}', path: 'sign.our' }, { heading: 'От {{their.name}}', path: 'sign.their' }),
];

/** Акт сверки взаимных расчетов, documents.md §12.3: our half is filled, the other side writes its own. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Акт сверки взаимных расчетов',
    font: 'Arial',
    size: 9,
    landscape: true,
    margins: { ...LANDSCAPE_MARGINS, top: 12, bottom: 12 },
    footer: pagesFooter(),
    body: [
      paragraph('АКТ СВЕРКИ № {{doc.number}} от {{doc.dateText}}', {
        size: 13,
        bold: true,
        align: 'center',
        keepNext: true,
      }),
      paragraph('взаимных расчетов за период {{period}}', { size: 10, align: 'center', keepNext: true }),
      paragraph('между {{our.name}} и {{their.name}}', { size: 10, align: 'center', keepNext: true }),
      ...onlyIf('hasContract', [paragraph('по договору {{contract}}', { size: 10, align: 'center', keepNext: true })]),
      paragraph('{{city}}', { before: 4, keepNext: true }),
      paragraph(
        'Мы, нижеподписавшиеся, {{our.line}}, с одной стороны, и {{their.line}}, с другой стороны, составили настоящий акт о том, что состояние взаимных расчетов по данным учета следующее:',
        { align: 'both', before: 4, after: 5, keepNext: true },
      ),
      grid({
        columns: [...HALF, ...HALF],
        leading: 0.5,
        rows: [
          ...HEAD_ROWS,
          sumRow('Сальдо начальное', 'opening', false),
          ...lineRows(8, ENTRY),
          sumRow('Обороты за период', 'turnover', true),
          sumRow('Сальдо конечное', 'closing', true),
          endRow(8, END),
        ],
      }),
    ],
  });
