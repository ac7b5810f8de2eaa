import type { Table } from 'docx';
import { grid, rowsForEach, rowsOnlyIf, type CellSpec, type RowSpec } from './grid.ts';
import { paragraph } from './text.ts';

/** Grey label 28 %, value 72 % of a portrait page (documents.md §7). */
const COLUMNS: readonly number[] = [50, 130];
const GREY = 'EFEFEF';
const SIZE = 9.5;

const label = (text: string): CellSpec => ({ text, edges: 'tblr', shade: GREY, size: SIZE });
const value = (text: string | readonly string[], bold = false): CellSpec => ({ text, edges: 'tblr', size: SIZE, bold });

/** The name of a block over its rows, on one page with the first of them. */
export const cardHeading = (text: string): RowSpec => ({
  keep: true,
  cells: [{ text, span: 2, edges: 'tblr', bold: true, size: SIZE, shade: 'D9E2EC', before: 1, after: 1 }],
});

/** A label and what it says; each string is a paragraph. */
export const cardRow = (name: string, text: string | readonly string[], bold = false): RowSpec => ({
  cells: [label(name), value(text, bold)],
});

/** A row printed only when a yes/no value of the view says so. */
export const cardRowIf = (condition: string, name: string, text: string): RowSpec[] =>
  rowsOnlyIf(condition, COLUMNS.length, [cardRow(name, text)]);

/** A block printed only when a yes/no value of the view says so. */
export const cardBlockIf = (condition: string, rows: readonly RowSpec[]): RowSpec[] =>
  rowsOnlyIf(condition, COLUMNS.length, rows);

/** Points of the route: one row each, the day in bold and the people under the address. */
export const routeRows = (): RowSpec[] =>
  rowsForEach('p', 'points', COLUMNS.length, [
    {
      cells: [
        label('{{$p.title}}'),
        {
          edges: 'tblr',
          paragraphs: [
            paragraph('{{$p.window}}', { size: SIZE, bold: true, keepNext: true }),
            paragraph('{{$p.address}}', { size: SIZE, keepNext: true }),
            paragraph('{{$p.party}}', { size: SIZE, keepNext: true }),
            paragraph('Контакт: {{$p.contact}}', { size: SIZE }),
          ],
        },
      ],
    },
  ]);

export const cardTable = (rows: readonly RowSpec[]): Table =>
  grid({ columns: COLUMNS, leading: 0.6, padding: 1.2, rows });
