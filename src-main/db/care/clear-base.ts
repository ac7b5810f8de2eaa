import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { baseLayout } from '../base-layout.ts';
import { countRows } from '../migrate.ts';
import type { Sqlite } from '../open-sqlite.ts';

/**
 * Empties the base to the state of a new one: rows, files, copies. Only for a base of demonstration data; the caller asks
 * the person and checks the right. Cut in the middle, it leaves an empty base and at most files that belong to nobody.
 */
export const clearBase = (sqlite: Sqlite, folder: string): void => {
  deleteRows(sqlite);
  // Deleted rows stay readable in free pages and in the log until these are written anew.
  sqlite.exec('VACUUM');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const { files, exchange, backups, incoming, samples } = baseLayout(folder);
  const kept = readdirSync(folder).filter((name) => name.startsWith('before-restore-'));
  for (const path of [
    files,
    exchange,
    backups,
    incoming,
    samples,
    join(folder, 'set-aside'),
    ...kept.map((name) => join(folder, name)),
  ])
    rmSync(path, { recursive: true, force: true });
};

/** One transaction. The triggers that protect issued documents stand aside for it and come back before it ends. */
const deleteRows = (sqlite: Sqlite): void => {
  const guards = sqlite
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name || '_search_' <> substr(name, 1, length(tbl_name) + 8)`,
    )
    .all();
  sqlite.transaction(() => {
    sqlite.pragma('defer_foreign_keys = ON');
    for (const { name } of guards) sqlite.exec(`DROP TRIGGER "${name}"`);
    for (const table of countRows(sqlite).keys()) if (table !== 'applied_steps') sqlite.exec(`DELETE FROM "${table}"`);
    for (const { sql } of guards) sqlite.exec(sql);
  })();
};
