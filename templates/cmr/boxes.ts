import type { Paragraph } from 'docx';
import type { CellSpec } from '../parts/grid.ts';
import { paragraph } from '../parts/text.ts';

/** What stands over the value of a box: its number, its name in Russian and in English (documents.md §11.3). */
export type Caption = readonly [number: string, russian: string, english: string];

const CAPTION = 5.5;
const VALUE = 8.5;

const captionLine = ([number, russian, english]: Caption): Paragraph =>
  paragraph(`${number ? `${number}  ` : ''}${russian} / ${english}`, { size: CAPTION, keepNext: true });

type BoxLook = { readonly span: number; readonly rowSpan?: number; readonly align?: 'center' };

/** One box of the CMR: its caption and below it each value in a line of its own; nothing to say leaves room for a pen. */
export const box = (caption: Caption, values: readonly string[], look: BoxLook): CellSpec => ({
  span: look.span,
  ...(look.rowSpan === undefined ? {} : { rowSpan: look.rowSpan }),
  edges: 'tblr',
  paragraphs: [
    captionLine(caption),
    ...values.map((text) =>
      paragraph(text, { size: VALUE, keepNext: true, ...(look.align === undefined ? {} : { align: look.align }) }),
    ),
  ],
});

/** A small cell of the table of charges and of the last row. */
export const small = (text: string, span: number): CellSpec => ({ text, span, edges: 'tblr', size: CAPTION });
