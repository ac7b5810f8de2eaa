import type { CellSpec } from '../parts/grid.ts';

/** Points of the form's text and of its captions. */
export const TEXT = 7;
const CAPTION = 5.5;

export const head = (text: string, span = 1): CellSpec => ({
  text,
  span,
  edges: 'tblr',
  size: CAPTION,
  align: 'center',
  vAlign: 'center',
});

export const boxed = (text: string, align: 'left' | 'center' | 'right' = 'center', span = 1): CellSpec => ({
  text,
  span,
  edges: 'tblr',
  size: TEXT,
  align,
});

export const plain = (text: string, span = 1): CellSpec => ({ text, span, size: TEXT, vAlign: 'bottom' });

/** A value on a line, to be read or to be written by hand. */
export const lined = (text: string, span = 1): CellSpec => ({ text, span, size: TEXT, edges: 'b', vAlign: 'bottom' });

export const caption = (text: string, span = 1): CellSpec => ({ text, span, size: CAPTION, align: 'center' });

/** Row of column numbers «1 2 3 …». */
export const numbers = (from: number, count: number): CellSpec[] =>
  Array.from({ length: count }, (_, index) => head(String(from + index)));
