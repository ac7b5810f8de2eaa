import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/**
 * Every row of every table (except remembered answers: a refused import has one too), every stored file and every readable copy: two equal
 * ones mean that nothing changed.
 */
export type BaseFingerprint = {
  readonly rows: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly copies: readonly string[];
};

export const fingerprintOf = (base: string): BaseFingerprint => ({
  rows: rowsOf(base),
  files: listFiles(path.join(base, 'files')),
  copies: listFiles(path.join(base, 'Документы')),
});

/** Asks a closed or held base from outside, beside the program. */
export const askBase = <Row>(base: string, sql: string, ...parameters: readonly unknown[]): Row[] => {
  const sqlite = new SqliteDatabase(path.join(base, 'komplekt.sqlite'), { readonly: true, fileMustExist: true });
  try {
    return sqlite.prepare<unknown[], Row>(sql).all(...parameters);
  } finally {
    sqlite.close();
  }
};

/** Changes a closed base behind the program's back. */
export const tamperWith = (base: string, sql: string): void => {
  const sqlite = new SqliteDatabase(path.join(base, 'komplekt.sqlite'), { fileMustExist: true });
  try {
    sqlite.exec(sql);
  } finally {
    sqlite.close();
  }
};

export const bytesHash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Names relative to the folder, with the hash of the bytes; empty when there is no folder. */
const listFiles = (folder: string): string[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${path.relative(folder, file)} ${bytesHash(file)}`)
    .sort();
};

const rowsOf = (base: string): Record<string, string> => {
  const tables = askBase<{ name: string }>(
    base,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'finished_commands'`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = askBase<object>(base, `SELECT * FROM "${name}"`);
      return [
        name,
        `${rows.length} rows ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)}`,
      ];
    }),
  );
};
