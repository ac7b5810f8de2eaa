import type { CellSpec, RowSpec } from '../parts/grid.ts';

/** The grid of 8 columns, millimetres; sections are printed over all of it, by halves or by quarters. */
export const COLUMNS: readonly number[] = [24, 21, 24, 21, 24, 21, 24, 21];
const ALL = 8;

/** A value of the view (or a ready text) and the words printed under it. */
export type Field = { readonly value: string; readonly caption: string };

/** Least heights of a value row, millimetres. */
const PRINTED = 5.4;
const HANDWRITING = 8;

const isBlank = ({ value }: Field): boolean => value === '';

const valueCell = (value: string, span: number): CellSpec => ({
  text: value,
  span,
  edges: 'tlr',
  vAlign: 'bottom',
  size: 8,
});
const captionCell = (caption: string, span: number): CellSpec => ({
  text: caption,
  span,
  edges: 'blr',
  size: 5.5,
  align: 'center',
});

/** A value row and its caption row; the fields share the width equally (documents.md §11.1). */
export const fields = (...parts: readonly Field[]): RowSpec[] => {
  const span = ALL / parts.length;
  return [
    {
      keep: true,
      height: parts.some(isBlank) ? HANDWRITING : PRINTED,
      cells: parts.map(({ value }) => valueCell(value, span)),
    },
    { cells: parts.map(({ caption }) => captionCell(caption, span)) },
  ];
};

/** Three cells of unequal width, for section 11. */
export const thirds = (left: Field, middle: Field, right: Field): RowSpec[] => [
  {
    keep: true,
    height: HANDWRITING + 2,
    cells: [valueCell(left.value, 4), valueCell(middle.value, 2), valueCell(right.value, 2)],
  },
  { cells: [captionCell(left.caption, 4), captionCell(middle.caption, 2), captionCell(right.caption, 2)] },
];

const titleCell = (text: string, span: number): CellSpec => ({
  text,
  span,
  edges: 'tblr',
  bold: true,
  size: 8,
  shade: 'F0F0F0',
});

/** The name of a section over its rows. */
export const section = (title: string): RowSpec => ({ keep: true, cells: [titleCell(title, ALL)] });

export const twoSections = (left: string, right: string): RowSpec => ({
  keep: true,
  cells: [titleCell(left, ALL / 2), titleCell(right, ALL / 2)],
});

export const field = (value: string, caption: string): Field => ({ value, caption });

/** What a person writes by hand on the road. */
export const blank = (caption: string): Field => ({ value: '', caption });
