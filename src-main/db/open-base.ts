import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { BaseCare } from '../ports/base-care.ts';
import type { Base } from '../ports/base.ts';
import type { FileStore, FileStoreError } from '../ports/file-store.ts';
import { createBaseCare } from './care/base-care.ts';
import { baseLayout, stampOf } from './base-layout.ts';
import { acquireBaseLock, type BaseLock, type BaseLockDeps, type BaseLockError } from './base-lock.ts';
import { createBase } from './base.ts';
import { findDamage } from './care/check-sqlite.ts';
import { flushPath } from './durable-fs.ts';
import { finishRestore, type Rename } from './care/finish-restore.ts';
import { countRows, migrate } from './migrate.ts';
import type { MigrationStep } from './migrations/step.ts';
import { MIGRATION_STEPS } from './migrations/steps.ts';
import { liesOnNetwork, type MachineDisks } from './network-path.ts';
import { openSqlite, type Sqlite } from './open-sqlite.ts';
import { repairFiles, type RepairReport } from './care/repair-files.ts';
import { diskErrorOf, isDamaged } from './sqlite-error.ts';

export type OpenBaseError =
  | { readonly code: 'base.missing' | 'base.exists' | 'base.networkPath'; readonly folder: string }
  | { readonly code: 'base.newer' }
  | { readonly code: 'base.damaged'; readonly detail: string }
  /** A step of the upgrade would have lost rows or was edited after it had run; the base stays as it was. */
  | { readonly code: 'base.upgradeRefused'; readonly step: number; readonly detail: string }
  | BaseLockError
  | FileStoreError;

export type OpenedBase = {
  readonly base: Base;
  readonly care: BaseCare;
  readonly files: FileStore;
  readonly repair: RepairReport;
  readonly announceControl: BaseLock['announceControl'];
  readonly close: () => void;
};

export type OpenBaseOptions = BaseLockDeps &
  MachineDisks & {
    /** `create` makes the folder and refuses a base that has rows; an empty one, left by a killed `create`, is completed. */
    readonly mode: 'open' | 'create';
    readonly openFiles: (folder: string) => Promise<FileStore>;
    readonly rename?: Rename | undefined;
    readonly steps?: readonly MigrationStep[] | undefined;
  };

/**
 * Opens a base for this process: takes the lock, ends a cut restore, checks the pages, upgrades, brings files and rows
 * together. A refusal leaves everything as it was and gives the lock back.
 */
export const openBase = async (options: OpenBaseOptions): Promise<Result<OpenedBase, OpenBaseError>> => {
  const folder = resolve(options.folder);
  const paths = baseLayout(folder);
  if (liesOnNetwork(folder, options)) return err({ code: 'base.networkPath', folder });
  const isThere = existsSync(paths.database) || existsSync(paths.restoreNote);
  if (!isThere && options.mode === 'open') return err({ code: 'base.missing', folder });
  try {
    mkdirSync(folder, { recursive: true });
    const lock = acquireBaseLock({ ...options, folder });
    if (!lock.ok) return lock;
    try {
      const opened = await openHeld({ ...options, folder }, lock.value);
      if (!opened.ok) lock.value.release();
      return opened;
    } catch (error) {
      lock.value.release();
      throw error;
    }
  } catch (error) {
    return err(openErrorOf(error));
  }
};

const openHeld = async (options: OpenBaseOptions, lock: BaseLock): Promise<Result<OpenedBase, OpenBaseError>> => {
  const { folder, clock } = options;
  await finishRestore(folder, options.rename);
  const sqlite = openSqlite(baseLayout(folder).database);
  let isHandedOver = false;
  try {
    const prepared = prepareDatabase(sqlite, options);
    if (!prepared.ok) return prepared;
    const files = await options.openFiles(folder);
    const base = createBase(sqlite);
    const repair = await repairFiles(base, files);
    isHandedOver = true;
    return ok({
      base,
      files,
      repair,
      care: createBaseCare({ sqlite, folder, files, clock }),
      announceControl: lock.announceControl,
      close: () => {
        sqlite.close();
        lock.release();
      },
    });
  } finally {
    if (!isHandedOver) sqlite.close();
  }
};

const prepareDatabase = (sqlite: Sqlite, options: OpenBaseOptions): Result<null, OpenBaseError> => {
  const { folder, mode, clock, steps = MIGRATION_STEPS } = options;
  const damage = findDamage(sqlite, 'quick');
  if (damage !== null) return err({ code: 'base.damaged', detail: damage });
  if (mode === 'create' && hasOwnRows(sqlite)) return err({ code: 'base.exists', folder });
  const snapshot = (step: number): void => {
    if (hasOwnRows(sqlite)) takeSnapshot(sqlite, options, step);
  };
  const migrated = migrate(sqlite, { steps, now: clock.now(), snapshot });
  if (migrated.ok) return ok(null);
  const { error } = migrated;
  if (error.code === 'base.newer') return err({ code: 'base.newer' });
  if (error.code === 'base.damaged') return err(error);
  const detail = error.code === 'base.stepChanged' ? 'the step was edited' : `${error.table} lost ${error.lost} rows`;
  return err({ code: 'base.upgradeRefused', step: error.step, detail });
};

const hasOwnRows = (sqlite: Sqlite): boolean =>
  [...countRows(sqlite)].some(([table, rows]) => table !== 'applied_steps' && rows > 0);

/** A copy of the database before an upgrade, opened and compared before the upgrade begins. */
const takeSnapshot = (sqlite: Sqlite, { folder, clock }: OpenBaseOptions, step: number): void => {
  const { backups } = baseLayout(folder);
  mkdirSync(backups, { recursive: true });
  const path = join(backups, `before-step-${step}-${stampOf(clock.now())}.sqlite`);
  rmSync(path, { force: true });
  sqlite.prepare('VACUUM INTO ?').run(path);
  flushPath(path, 'file');
  const copy = openSqlite(path, { readonly: true });
  try {
    const damage = findDamage(copy, 'full');
    const isSame = JSON.stringify([...countRows(copy)]) === JSON.stringify([...countRows(sqlite)]);
    if (damage !== null || !isSame) throw new Error(`the snapshot before step ${step} is not sound`);
  } finally {
    copy.close();
  }
};

/** What the disk said while opening; a mistake of the program is thrown on. */
const openErrorOf = (error: unknown): OpenBaseError => {
  if (isDamaged(error)) return { code: 'base.damaged', detail: 'not a readable base' };
  const answer = diskErrorOf(error);
  if (answer) return answer;
  throw error;
};
