import type { Document } from 'docx';
import { onlyIf } from '../parts/commands.ts';
import { endRow } from '../parts/end-row.ts';
import { grid, rowsForEach, rowsOnlyIf, type CellSpec } from '../parts/grid.ts';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from '../parts/page.ts';
import { paragraph, rule, type Align } from '../parts/text.ts';

const COLUMNS = [
  { title: '№', field: 'index', width: 10, align: 'center' },
  { title: 'Код', field: 'code', width: 26, align: 'left' },
  { title: 'Наименование', field: 'name', width: 84, align: 'left' },
  { title: 'Ед.', field: 'unitName', width: 14, align: 'center' },
  { title: 'НДС', field: 'rate', width: 18, align: 'center' },
  { title: 'Цена, руб.', field: 'price', width: 28, align: 'right' },
] as const satisfies readonly { title: string; field: string; width: number; align: Align }[];

const ITEM: readonly CellSpec[] = COLUMNS.map(({ field, align }) => ({
  text: `{{$l.${field}}}`,
  edges: 'tblr',
  align,
}));

/** Прайс-лист, documents.md §12.5: groups as grey rows, the head of the table on each page. */
export const buildForm = (): Document =>
  formDocument({
    title: 'Прайс-лист',
    font: 'Arial',
    size: 9,
    margins: PORTRAIT_MARGINS,
    footer: pagesFooter(),
    body: [
      paragraph('{{our.name}}', { size: 12, bold: true, keepNext: true }),
      paragraph('{{our.line}}', { size: 8, keepNext: true }),
      rule(0, 5),
      paragraph('{{doc.title}}', { size: 14, bold: true, keepNext: true }),
      ...onlyIf('hasAddressee', [paragraph('Для {{addressee}}', { before: 2, keepNext: true })]),
      paragraph('{{term}} {{vat}}', { before: 3, after: 5, keepNext: true }),
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
              align: 'center',
              vAlign: 'center',
            })),
          },
          ...rowsForEach('l', 'rows', COLUMNS.length, [
            // A heading of a group stays with its first line.
            ...rowsOnlyIf('$l.isGroup', COLUMNS.length, [
              {
                keep: true,
                cells: [{ text: '{{$l.title}}', span: COLUMNS.length, edges: 'tblr', shade: 'D9D9D9', bold: true }],
              },
            ]),
            ...rowsOnlyIf('$l.isItem', COLUMNS.length, [{ cells: ITEM }]),
            ...rowsOnlyIf('$l.isLast', COLUMNS.length, [{ cells: ITEM, keep: true }]),
          ]),
          endRow(COLUMNS.length, [
            paragraph('{{notice}}', { before: 6 }),
            paragraph('{{our.contacts}}', { before: 2 }),
          ]),
        ],
      }),
    ],
  });
