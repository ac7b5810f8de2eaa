import type { CSSProperties, ReactNode } from 'react';

export type TableColumn<Row> = {
  readonly id: string;
  readonly title: string;
  /** px at 100 %; `rest` shares what is left. */
  readonly width: number | 'rest';
  readonly align?: 'left' | 'right';
  /** A number, an ИНН, a sum: never cut, whatever the width. */
  readonly figure?: boolean;
  /** Shown only from 1600 px of window. */
  readonly wideOnly?: boolean;
  /** The head becomes a button. */
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

export type TableSort = { readonly columnId: string; readonly descending: boolean };

type ColumnTracks = CSSProperties & Record<'--columns' | '--columns-wide', string>;

const MARK_COLUMN = 42;

const track = (width: number | 'rest'): string => (width === 'rest' ? 'minmax(0, 1fr)' : `${width / 16}rem`);

/** The two `grid-template-columns` of a table: for a usual window and for a wide one. */
export const columnTracks = <Row>(columns: readonly TableColumn<Row>[], withMarks: boolean): ColumnTracks => {
  const tracksOf = (shown: readonly TableColumn<Row>[]) =>
    [withMarks ? track(MARK_COLUMN) : track(8), ...shown.map((column) => track(column.width))].join(' ');
  return {
    '--columns': tracksOf(columns.filter((column) => !column.wideOnly)),
    '--columns-wide': tracksOf(columns),
  };
};
