import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { BackupError, BackupInfo } from '../../ports/base-care.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FileStore } from '../../ports/file-store.ts';
import { chooseOldBackups } from './backup-rotation.ts';
import { baseLayout, stampOf } from '../base-layout.ts';
import { checkBackup, type BackupContents } from './check-backup.ts';
import { flushPath } from '../durable-fs.ts';
import { openSqlite, type Sqlite } from '../open-sqlite.ts';
import { diskErrorOf } from '../sqlite-error.ts';

export type BackupDeps = {
  readonly sqlite: Sqlite;
  readonly folder: string;
  readonly files: FileStore;
  readonly clock: Clock;
};

/** Pages copied at a time; between them the base goes on answering. */
const PAGES_A_STEP = 500;
const FILES_A_STEP = 16;
const UNFINISHED = 'unfinished.tmp';

/**
 * Makes one file with the whole base and the bytes of every document, without stopping the work. It counts only after it
 * was opened and read from end to end; then old copies are let go. The copy is itself a base with one table more.
 */
export const backupBase = async (deps: BackupDeps): Promise<Result<BackupInfo, BackupError>> => {
  const { backups } = baseLayout(deps.folder);
  const temporary = join(backups, UNFINISHED);
  try {
    mkdirSync(backups, { recursive: true });
    removeUnfinished(backups);
    await deps.sqlite.backup(temporary, { progress: () => PAGES_A_STEP });
    await attachFiles(temporary, deps.files);
    const contents = checkBackup(temporary);
    if (!contents.ok) return err({ code: 'backup.failed', reason: contents.error.code });
    return ok(keep(temporary, contents.value, deps));
  } catch (error) {
    const answer = diskErrorOf(error);
    if (answer) return err(answer.code === 'disk.full' ? answer : { code: 'backup.failed', reason: answer.reason });
    throw error;
  } finally {
    removeUnfinished(backups);
  }
};

const attachFiles = async (path: string, store: FileStore): Promise<void> => {
  const copy = openSqlite(path, { journal: 'DELETE' });
  try {
    copy.exec('CREATE TABLE backup_files (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT');
    const insert = copy.prepare('INSERT INTO backup_files (sha256, bytes) VALUES (?, ?)');
    const hashes = copy.prepare<[], string>('SELECT sha256 FROM files ORDER BY sha256').pluck().all();
    for (let start = 0; start < hashes.length; start += FILES_A_STEP) {
      const batch = hashes.slice(start, start + FILES_A_STEP);
      const contents = await Promise.all(batch.map(async (sha256) => ({ sha256, bytes: await store.read(sha256) })));
      copy.transaction(() => {
        // A file that is gone must not stop the copy of all the others; `verified` tells of it.
        for (const { sha256, bytes } of contents) if (bytes) insert.run(sha256, bytes);
      })();
    }
  } finally {
    copy.close();
  }
};

const keep = (temporary: string, { missingFiles }: BackupContents, { folder, clock }: BackupDeps): BackupInfo => {
  const { backups } = baseLayout(folder);
  const name = freeName(backups, `komplekt-${stampOf(clock.now())}`);
  const path = join(backups, name);
  flushPath(temporary, 'file');
  renameSync(temporary, path);
  flushPath(backups, 'folder');
  for (const old of chooseOldBackups(readdirSync(backups), clock.today())) if (old !== name) rmSync(join(backups, old));
  return { name, path, bytes: statSync(path).size, verified: missingFiles === 0 };
};

const freeName = (folder: string, stem: string): string => {
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? `${stem}.komplekt` : `${stem}-${attempt}.komplekt`;
    if (!existsSync(join(folder, name))) return name;
  }
};

/** With the journal beside it: SQLite would play a journal of a killed copy back into the next one. */
const removeUnfinished = (backups: string): void => {
  if (!statSync(backups, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const tail of ['', '-journal', '-wal', '-shm']) rmSync(join(backups, UNFINISHED + tail), { force: true });
};
