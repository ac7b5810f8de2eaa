import { getTableColumns, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Drizzle } from '../open-sqlite.ts';

const placeholdersOf = (table: SQLiteTable): Record<string, Placeholder> =>
  Object.fromEntries(
    Object.keys(getTableColumns(table))
      .filter((name) => name !== 'seq')
      .map((name) => [name, sql.placeholder(name)]),
  );

/** `SET column = excluded.column` for all columns but these. */
export const excludedOf = (table: SQLiteTable, without: readonly string[]): Record<string, SQL> =>
  Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([name]) => !without.includes(name))
      .map(([name, column]) => [name, sql`excluded.${sql.identifier(snakeOf(column.name))}`]),
  );

const snakeOf = (name: string): string => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/**
 * An insert of whole rows that is prepared once and run for every row: building SQL anew costs more than running it. Columns that may
 * be NULL need a type that takes it (`wholeOrNull`).
 */
export const insertInto = <Table extends SQLiteTable>(db: Drizzle, table: Table) =>
  // Placeholders stand for the values of each row; their names are those of the columns.
  db.insert(table).values(placeholdersOf(table) as unknown as Table['$inferInsert']);
