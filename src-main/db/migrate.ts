import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { InvariantError } from '#shared/kernel/assert.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { MigrationStep } from './migrations/step.ts';
import { askNumber, type Sqlite } from './open-sqlite.ts';

/** «KMPL»: says whose file it is. */
export const APPLICATION_ID = 0x4b4d504c;

export type MigrateError =
  /** Made by a newer program: it has steps that this one does not know. */
  | { readonly code: 'base.newer'; readonly step: number }
  /** A step was edited after this base had run it. */
  | { readonly code: 'base.stepChanged'; readonly step: number }
  /** A step lost rows without announcing it, or broke references; rolled back. */
  | { readonly code: 'base.upgradeRefused'; readonly step: number; readonly table: string; readonly lost: number }
  /** Not a base of this program. */
  | { readonly code: 'base.damaged'; readonly detail: string };

export type MigrateOptions = {
  readonly steps: readonly MigrationStep[];
  readonly now: IsoInstant;
  /** Makes a checked copy of the file; called once before the first step when the base already has rows. Throws when it fails. */
  readonly snapshot?: ((firstStep: number) => void) | undefined;
};

/**
 * Brings the base up to the given steps and answers the ids of those it ran. Each step is one transaction: it is there
 * whole or not at all. Drizzle's own `migrate()` is not used: it empties child tables on a rebuild under ON DELETE CASCADE
 * and skips steps that were merged late (style.md §9).
 */
export const migrate = (
  sqlite: Sqlite,
  { steps, now, snapshot }: MigrateOptions,
): Result<readonly number[], MigrateError> => {
  assertOrdered(steps);
  const ours = checkOwner(sqlite);
  if (!ours.ok) return ours;
  const waiting = findWaiting(sqlite, steps);
  if (!waiting.ok) return waiting;
  const [first] = waiting.value;
  if (first === undefined) return ok([]);
  if (hasTable(sqlite, 'applied_steps')) snapshot?.(first.id);

  // Only outside a transaction does this pragma work: with foreign keys on, a DROP TABLE of a rebuild deletes child rows.
  sqlite.pragma('foreign_keys = OFF');
  try {
    prepareBase(sqlite);
    for (const step of waiting.value) {
      const done = applyStep(sqlite, step, now);
      if (!done.ok) return done;
    }
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  return ok(waiting.value.map((step) => step.id));
};

/** Fingerprint of a step; how its lines are broken and indented does not count. */
export const checksumOf = (step: MigrationStep): string =>
  createHash('sha256').update(step.sql.replaceAll(/\s+/gu, ' ').trim()).digest('hex');

const assertOrdered = (steps: readonly MigrationStep[]): void => {
  steps.forEach((step, index) => {
    const previous = steps[index - 1];
    if (previous && previous.id >= step.id)
      throw new InvariantError(`step ${step.id} stands after step ${previous.id}`);
    if (/\b(begin\s+(immediate|exclusive|transaction)|commit|rollback|pragma|vacuum)\b/iu.test(step.sql))
      throw new InvariantError(`step ${step.id} manages transactions or pragmas itself`);
  });
};

const hasTable = (sqlite: Sqlite, table: string): boolean =>
  askNumber(sqlite, `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?`, table) > 0;

const checkOwner = (sqlite: Sqlite): Result<null, MigrateError> => {
  const owner = askNumber(sqlite, 'PRAGMA application_id');
  const isEmpty = askNumber(sqlite, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (owner === APPLICATION_ID || (owner === 0 && isEmpty)) return ok(null);
  return err({ code: 'base.damaged', detail: 'not a base of this program' });
};

const findWaiting = (
  sqlite: Sqlite,
  steps: readonly MigrationStep[],
): Result<readonly MigrationStep[], MigrateError> => {
  if (!hasTable(sqlite, 'applied_steps')) return ok(steps);
  const applied = sqlite.prepare<[], { id: bigint; checksum: string }>('SELECT id, checksum FROM applied_steps').all();
  const stepsById = new Map(steps.map((step) => [step.id, step]));
  for (const { id, checksum } of applied) {
    const step = stepsById.get(Number(id));
    if (!step) return err({ code: 'base.newer', step: Number(id) });
    if (checksumOf(step) !== checksum) return err({ code: 'base.stepChanged', step: step.id });
  }
  const appliedIds = new Set(applied.map(({ id }) => Number(id)));
  return ok(steps.filter((step) => !appliedIds.has(step.id)));
};

const prepareBase = (sqlite: Sqlite): void => {
  sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  sqlite.exec(`CREATE TABLE IF NOT EXISTS applied_steps (
    id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL
  ) STRICT`);
};

const applyStep = (sqlite: Sqlite, step: MigrationStep, now: IsoInstant): Result<null, MigrateError> => {
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const before = countRows(sqlite);
    sqlite.exec(step.sql);
    const refusal = findLoss(before, countRows(sqlite), step) ?? findBrokenReference(sqlite, step);
    if (refusal) {
      sqlite.exec('ROLLBACK');
      return err(refusal);
    }
    sqlite
      .prepare('INSERT INTO applied_steps (id, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
      .run(step.id, step.name, checksumOf(step), now);
    sqlite.pragma(`user_version = ${askNumber(sqlite, 'SELECT max(id) FROM applied_steps')}`);
    sqlite.exec('COMMIT');
    return ok(null);
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw error;
  }
};

/** Rows of every ordinary table; the index tables of FTS5 hold no rows of their own. */
export const countRows = (sqlite: Sqlite): ReadonlyMap<string, number> => {
  const tables = sqlite
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  return new Map(tables.map((table) => [table, askNumber(sqlite, `SELECT count(*) FROM "${table}"`)]));
};

const findLoss = (
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  step: MigrationStep,
): MigrateError | null => {
  for (const [table, rows] of before) {
    const lost = rows - (after.get(table) ?? 0);
    if (lost > 0 && !step.announcedLosses.includes(table))
      return { code: 'base.upgradeRefused', step: step.id, table, lost };
  }
  return null;
};

const findBrokenReference = (sqlite: Sqlite, step: MigrationStep): MigrateError | null => {
  const table = sqlite.prepare<[], string>('SELECT "table" FROM pragma_foreign_key_check').pluck().get();
  return table === undefined ? null : { code: 'base.upgradeRefused', step: step.id, table, lost: 0 };
};
