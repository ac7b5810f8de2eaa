import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { findDamage } from './check-sqlite.ts';
import { APPLICATION_ID } from '../migrate.ts';
import { MIGRATION_STEPS } from '../migrations/steps.ts';
import { askNumber, openSqlite, type Sqlite } from '../open-sqlite.ts';
import { isDamaged } from '../sqlite-error.ts';

export type CheckBackupError =
  | { readonly code: 'backup.unknown' }
  | { readonly code: 'backup.damaged'; readonly detail: string }
  | { readonly code: 'base.newer' };

export type BackupContents = {
  readonly documents: number;
  readonly files: number;
  /** Files that the base named but no longer had when the copy was made. */
  readonly missingFiles: number;
};

/** Opens a copy and reads all of it: pages, references, the bytes of every document file. Changes nothing. */
export const checkBackup = (path: string): Result<BackupContents, CheckBackupError> => {
  if (!existsSync(path)) return err({ code: 'backup.unknown' });
  try {
    const sqlite = openSqlite(path, { readonly: true });
    try {
      return checkOpened(sqlite);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (isDamaged(error)) return err({ code: 'backup.damaged', detail: 'not a readable base' });
    throw error;
  }
};

const checkOpened = (sqlite: Sqlite): Result<BackupContents, CheckBackupError> => {
  if (askNumber(sqlite, 'PRAGMA application_id') !== APPLICATION_ID)
    return err({ code: 'backup.damaged', detail: 'not a copy of a base' });
  const damage = findDamage(sqlite, 'full');
  if (damage !== null) return err({ code: 'backup.damaged', detail: damage });

  const known = new Set(MIGRATION_STEPS.map((step) => step.id));
  const applied = sqlite.prepare<[], bigint>('SELECT id FROM applied_steps').pluck().all();
  if (applied.some((id) => !known.has(Number(id)))) return err({ code: 'base.newer' });
  if (!hasFileTable(sqlite)) return err({ code: 'backup.damaged', detail: 'the copy is not finished' });

  const stored = sqlite.prepare<[], { sha256: string; bytes: Buffer }>('SELECT sha256, bytes FROM backup_files');
  for (const { sha256, bytes } of stored.iterate())
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      return err({ code: 'backup.damaged', detail: `the bytes of ${sha256} are not its own` });

  return ok({
    documents: askNumber(sqlite, 'SELECT count(*) FROM documents'),
    files: askNumber(sqlite, 'SELECT count(*) FROM backup_files'),
    missingFiles: askNumber(
      sqlite,
      'SELECT count(*) FROM files WHERE NOT EXISTS (SELECT 1 FROM backup_files WHERE backup_files.sha256 = files.sha256)',
    ),
  });
};

const hasFileTable = (sqlite: Sqlite): boolean =>
  askNumber(sqlite, `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'backup_files'`) > 0;
