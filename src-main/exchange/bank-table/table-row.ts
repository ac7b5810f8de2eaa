/** A row of a table with its number in the file or the sheet, from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** A table with where its head stands; the rows above it are the bank's words about the account and the period. */
export type BankTable = {
  /** Cells of a workbook hold days and sums as numbers. */
  readonly isWorkbook: boolean;
  readonly above: readonly TableRow[];
  readonly titles: readonly string[];
  readonly rows: readonly TableRow[];
};
