import { and, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { moneyToDecimal, type Kopecks } from '#shared/kernel/money.ts';
import { foldText, searchWords } from './fold-text.ts';

/** The trigram index knows words of at least this many letters; shorter ones are looked for in the text itself. */
const TRIGRAM = 3;

type SearchedTable = {
  readonly index: 'parties_search' | 'orders_search' | 'documents_search';
  readonly seq: SQLiteColumn;
  readonly searchText: SQLiteColumn;
};

/** «Every word stands somewhere in the row's text»; undefined when nothing is asked. */
export const textMatches = (text: string | undefined, { index, seq, searchText }: SearchedTable): SQL | undefined => {
  const words = searchWords(text ?? '');
  const long = words.filter((word) => [...word].length >= TRIGRAM);
  const short = words.filter((word) => [...word].length < TRIGRAM);
  const query = long.map((word) => `"${word}"`).join(' AND ');
  const indexName = sql.identifier(index);
  return and(
    query ? sql`${seq} IN (SELECT rowid FROM ${indexName} WHERE ${indexName} MATCH ${query})` : undefined,
    ...short.map((word) => sql`instr(${searchText}, ${word}) > 0`),
  );
};

/** Joins what a row can be found by. */
export const searchTextOf = (parts: readonly string[]): string => foldText(parts.filter(Boolean).join(' | '));

/** A sum as people type it: «118500.00» and «118500,00». */
export const sumForSearch = (sum: Kopecks): string => {
  const text = moneyToDecimal(sum);
  return `${text} ${text.replace('.', ',')}`;
};
