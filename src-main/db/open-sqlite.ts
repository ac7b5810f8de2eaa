import SqliteDatabase from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

export type Sqlite = SqliteDatabase.Database;
export type Drizzle = BetterSQLite3Database;

/** How long a statement waits for another connection of this process (a backup) before it gives up. */
const BUSY_TIMEOUT_MS = 5000;

type OpenOptions = {
  readonly readonly?: boolean;
  /** `DELETE` for a copy that must be one file with nothing beside it. */
  readonly journal?: 'WAL' | 'DELETE';
};

/**
 * One connection with our settings. `synchronous=FULL` makes «acknowledged» mean «on the disk»; every INTEGER comes back as
 * `bigint`, because a sum must not pass through a float. `path` may be `:memory:` or the bytes of a base in tests.
 */
export const openSqlite = (path: string | Buffer, { readonly = false, journal = 'WAL' }: OpenOptions = {}): Sqlite => {
  const sqlite = new SqliteDatabase(path, { timeout: BUSY_TIMEOUT_MS, readonly });
  try {
    sqlite.defaultSafeIntegers(true);
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('cell_size_check = ON');
    sqlite.pragma('foreign_keys = ON');
    if (!readonly) {
      sqlite.pragma(`journal_mode = ${journal}`);
      sqlite.pragma('synchronous = FULL');
    }
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
};

export const openDrizzle = (sqlite: Sqlite): Drizzle => drizzle(sqlite, { casing: 'snake_case' });

/** The first column of a one-row question, as the whole number it is. */
export const askNumber = (sqlite: Sqlite, sql: string, ...parameters: readonly unknown[]): number =>
  Number(
    sqlite
      .prepare(sql)
      .pluck()
      .get(...parameters),
  );
