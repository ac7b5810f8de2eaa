import type { Paragraph, Table } from 'docx';
import type { RowSpec } from './grid.ts';
import { thread } from './text.ts';

/**
 * What follows a table of lines, as the last row of that table: a row is never split, and the row before it keeps with
 * it, so that conclusions and signatures never stand alone on a page. LibreOffice lets go of a table that is kept with
 * paragraphs below it.
 */
export const endRow = (columns: number, content: readonly (Paragraph | Table)[]): RowSpec => ({
  // A cell must end with a paragraph.
  cells: [{ span: columns, paragraphs: [...content, thread()] }],
});
