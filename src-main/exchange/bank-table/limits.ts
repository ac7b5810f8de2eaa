/** A table stands in memory whole, so it may be smaller than a text statement. */
export const MOST_TABLE_BYTES = 50 * 1024 * 1024;
export const MOST_TABLE_ROWS = 200_000;
/** The head of a table stands among its first rows, under the bank's own words. */
export const MOST_HEAD_ROWS = 60;
