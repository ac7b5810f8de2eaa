import type { Table } from 'docx';
import { grid, rowsOnlyIf, type RowSpec } from './grid.ts';

type LabelledRow = {
  readonly label: string;
  readonly value: string;
  /** Yes/no value of the view; without it the row is always printed. */
  readonly condition?: string;
  readonly bold?: boolean;
};

/** «Поставщик: …» rows without lines: label 20 %, value 80 % (documents.md §5). */
export const labelledRows = (rows: readonly LabelledRow[], labelWidth: number, valueWidth: number): Table =>
  grid({
    columns: [labelWidth, valueWidth],
    leading: 0.8,
    padding: 0.5,
    rows: rows.flatMap(({ label, value, condition, bold = true }): RowSpec[] => {
      const row: RowSpec = { cells: [{ text: label }, { text: value, bold }] };
      return condition === undefined ? [row] : rowsOnlyIf(condition, 2, [row]);
    }),
  });
