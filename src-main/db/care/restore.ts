import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FileStore, FileStoreError } from '../../ports/file-store.ts';
import { baseLayout, stampOf } from '../base-layout.ts';
import { acquireBaseLock, type BaseLockDeps, type BaseLockError } from '../base-lock.ts';
import { checkBackup, type CheckBackupError } from './check-backup.ts';
import { flushPath } from '../durable-fs.ts';
import { finishRestore, type Rename } from './finish-restore.ts';
import { liesOnNetwork, type MachineDisks } from '../network-path.ts';
import { openSqlite } from '../open-sqlite.ts';
import { diskErrorOf, isDamaged } from '../sqlite-error.ts';

export type RestoreError =
  | CheckBackupError
  | BaseLockError
  | FileStoreError
  | { readonly code: 'base.networkPath'; readonly folder: string };

export type RestoreInfo = {
  readonly file: string;
  readonly bytes: number;
  readonly verified: boolean;
  /** Folder with the state before, itself a whole base; null when there was none. */
  readonly keptIn: string | null;
};

export type RestoreDeps = BaseLockDeps &
  MachineDisks & {
    readonly openFiles: (folder: string) => Promise<FileStore>;
    readonly rename?: Rename | undefined;
  };

/**
 * Puts a copy in the place of the base. The copy is read from end to end first and prepared beside; a refusal changes
 * nothing. Today's state is moved into `before-restore-…/`, never deleted. Killed at any moment, the base is the old one or
 * the new one: opening it ends the swap (`finish-restore.ts`).
 */
export const restoreBackup = async (file: string, deps: RestoreDeps): Promise<Result<RestoreInfo, RestoreError>> => {
  if (liesOnNetwork(deps.folder, deps)) return err({ code: 'base.networkPath', folder: deps.folder });
  const contents = checkBackup(file);
  if (!contents.ok) return contents;
  try {
    mkdirSync(deps.folder, { recursive: true });
    const lock = acquireBaseLock(deps);
    if (!lock.ok) return lock;
    try {
      await finishRestore(deps.folder, deps.rename);
      const prepared = await prepare(file, deps);
      if (!prepared.ok) return prepared;
      const keptIn = decide(deps);
      await finishRestore(deps.folder, deps.rename);
      return ok({ file, bytes: statSync(file).size, verified: contents.value.missingFiles === 0, keptIn });
    } finally {
      lock.value.release();
    }
  } catch (error) {
    const answer = diskErrorOf(error);
    if (answer) return err(answer);
    throw error;
  }
};

/** The state of the copy, complete and flushed, in `restoring/`. */
const prepare = async (file: string, { folder, openFiles }: RestoreDeps): Promise<Result<null, FileStoreError>> => {
  const { restoring } = baseLayout(folder);
  rmSync(restoring, { recursive: true, force: true });
  mkdirSync(join(restoring, 'files'), { recursive: true });
  const path = join(restoring, 'komplekt.sqlite');
  copyFileSync(file, path);
  const store = await openFiles(restoring);
  const sqlite = openSqlite(path, { journal: 'DELETE' });
  try {
    for (const { sha256 } of sqlite.prepare<[], { sha256: string }>('SELECT sha256 FROM backup_files').all()) {
      const bytes = sqlite
        .prepare<[string], Buffer>('SELECT bytes FROM backup_files WHERE sha256 = ?')
        .pluck()
        .get(sha256);
      const stored = bytes ? await store.put(bytes) : ok(null);
      if (!stored.ok) return stored;
    }
    sqlite.exec('DROP TABLE backup_files');
    sqlite.exec('VACUUM');
  } finally {
    sqlite.close();
  }
  flushPath(path, 'file');
  flushPath(restoring, 'folder');
  return ok(null);
};

/** Writes the note that makes the swap certain; from here on only forward. */
const decide = ({ folder, clock }: RestoreDeps): string | null => {
  const { database, restoreNote } = baseLayout(folder);
  const hadBase = existsSync(database);
  if (hadBase) settleLog(database);
  const stem = `before-restore-${stampOf(clock.now())}`;
  let keptIn = stem;
  for (let attempt = 2; existsSync(join(folder, keptIn)); attempt += 1) keptIn = `${stem}-${attempt}`;
  writeFileSync(`${restoreNote}.tmp`, JSON.stringify({ keptIn }), { flush: true });
  renameSync(`${restoreNote}.tmp`, restoreNote);
  flushPath(folder, 'folder');
  return hadBase ? join(folder, keptIn) : null;
};

/** Brings the write-ahead log into the database, so that what is kept is one file. A damaged base is kept as it is. */
const settleLog = (database: string): void => {
  try {
    openSqlite(database).close();
  } catch (error) {
    if (!isDamaged(error)) throw error;
  }
};
