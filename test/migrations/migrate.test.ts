import { describe, expect, onTestFinished, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { APPLICATION_ID, checksumOf, migrate } from '#main/db/migrate.ts';
import type { MigrationStep } from '#main/db/migrations/step.ts';
import { openSqlite, type Sqlite } from '#main/db/open-sqlite.ts';

const NOW = '2026-11-21T09:00:00.000Z' as IsoInstant;

const step = (id: number, sql: string, announcedLosses: readonly string[] = []): MigrationStep => ({
  id,
  name: `step-${id}`,
  sql,
  announcedLosses,
});

const PARENTS = step(
  1,
  `
  CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
  CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE) STRICT;
  INSERT INTO parents VALUES (1, 'a'), (2, 'b');
  INSERT INTO children VALUES (10, 1), (20, 2);
`,
);

const aDatabase = (): Sqlite => {
  const sqlite = openSqlite(':memory:');
  onTestFinished(() => void sqlite.close());
  return sqlite;
};

const run = (sqlite: Sqlite, ...steps: readonly MigrationStep[]) => migrate(sqlite, { steps, now: NOW });
const all = (sqlite: Sqlite, sql: string): unknown[] => sqlite.prepare(sql).raw().all();

describe('the runner', () => {
  test('applies steps once, in order, and marks whose file it is', () => {
    const sqlite = aDatabase();
    const second = step(2, 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;');
    expect(run(sqlite, PARENTS, second)).toEqual({ ok: true, value: [1, 2] });
    expect(run(sqlite, PARENTS, second)).toEqual({ ok: true, value: [] });
    expect(sqlite.pragma('application_id', { simple: true })).toBe(BigInt(APPLICATION_ID));
    expect(sqlite.pragma('user_version', { simple: true })).toBe(2n);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1n);
  });

  test('a rebuild of a parent table keeps the child rows that ON DELETE CASCADE would empty', () => {
    const sqlite = aDatabase();
    const rebuild = step(
      2,
      `
      CREATE TABLE new_parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL DEFAULT '') STRICT;
      INSERT INTO new_parents (id, name) SELECT id, name FROM parents;
      DROP TABLE parents;
      ALTER TABLE new_parents RENAME TO parents;
    `,
    );
    run(sqlite, PARENTS);
    expect(run(sqlite, PARENTS, rebuild).ok).toBe(true);
    expect(all(sqlite, 'SELECT id, parent_id FROM children ORDER BY id')).toEqual([
      [10n, 1n],
      [20n, 2n],
    ]);
    expect(() => sqlite.exec('INSERT INTO children VALUES (30, 99)')).toThrow('FOREIGN KEY');
  });

  test.each([
    ['deletes rows', 'DELETE FROM children WHERE id = 10', 'children', 1],
    ['drops a table with rows', 'DROP TABLE children', 'children', 2],
    ['leaves a reference to nothing', `UPDATE children SET parent_id = 99`, 'children', 0],
  ])('a step that %s without saying so is refused and rolled back', (_what, sql, table, lost) => {
    const sqlite = aDatabase();
    run(sqlite, PARENTS);
    expect(run(sqlite, PARENTS, step(2, sql))).toEqual({
      ok: false,
      error: { code: 'base.upgradeRefused', step: 2, table, lost },
    });
    expect(all(sqlite, 'SELECT id, parent_id FROM children ORDER BY id')).toEqual([
      [10n, 1n],
      [20n, 2n],
    ]);
    expect(all(sqlite, 'SELECT id FROM applied_steps')).toEqual([[1n]]);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1n);
  });

  test('an announced loss is allowed', () => {
    const sqlite = aDatabase();
    run(sqlite, PARENTS);
    expect(run(sqlite, PARENTS, step(2, 'DELETE FROM children WHERE id = 10', ['children'])).ok).toBe(true);
  });

  test('a step with broken SQL leaves nothing of itself behind', () => {
    const sqlite = aDatabase();
    run(sqlite, PARENTS);
    expect(() => run(sqlite, PARENTS, step(2, 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE oops (;'))).toThrow(
      'syntax',
    );
    expect(all(sqlite, `SELECT name FROM sqlite_schema WHERE name = 'half'`)).toEqual([]);
    expect(sqlite.inTransaction).toBe(false);
  });

  test('a step that was merged late under a lower number is applied, not skipped', () => {
    const sqlite = aDatabase();
    const late = step(2, 'CREATE TABLE late (id INTEGER PRIMARY KEY) STRICT;');
    const third = step(3, 'CREATE TABLE third (id INTEGER PRIMARY KEY) STRICT;');
    run(sqlite, PARENTS, third);
    expect(run(sqlite, PARENTS, late, third)).toEqual({ ok: true, value: [2] });
    expect(sqlite.pragma('user_version', { simple: true })).toBe(3n);
  });

  test('a base of a newer program is refused', () => {
    const sqlite = aDatabase();
    run(sqlite, PARENTS, step(2, 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;'));
    expect(run(sqlite, PARENTS)).toEqual({ ok: false, error: { code: 'base.newer', step: 2 } });
  });

  test('a step that was edited after it had run is refused; other line breaks are no edit', () => {
    const sqlite = aDatabase();
    run(sqlite, PARENTS);
    const reindented = { ...PARENTS, sql: PARENTS.sql.replaceAll('\n', '\r\n      ') };
    expect(checksumOf(reindented)).toBe(checksumOf(PARENTS));
    expect(run(sqlite, reindented).ok).toBe(true);
    const edited = { ...PARENTS, sql: `${PARENTS.sql} CREATE TABLE more (id INTEGER) STRICT;` };
    expect(run(sqlite, edited)).toEqual({ ok: false, error: { code: 'base.stepChanged', step: 1 } });
  });

  test("somebody else's database is left alone", () => {
    const sqlite = aDatabase();
    sqlite.exec('CREATE TABLE theirs (id INTEGER)');
    expect(run(sqlite, PARENTS)).toMatchObject({ ok: false, error: { code: 'base.damaged' } });
    expect(all(sqlite, 'SELECT name FROM sqlite_schema')).toEqual([['theirs']]);
  });

  test('the snapshot is taken before an upgrade, not before the first steps of a new base', () => {
    const sqlite = aDatabase();
    const taken: number[] = [];
    const snapshot = (first: number): void => void taken.push(first);
    migrate(sqlite, { steps: [PARENTS], now: NOW, snapshot });
    expect(taken).toEqual([]);
    migrate(sqlite, { steps: [PARENTS, step(2, 'CREATE TABLE more (id INTEGER) STRICT;')], now: NOW, snapshot });
    expect(taken).toEqual([2]);
  });

  test.each([
    ['in the wrong order', [step(2, 'SELECT 1'), step(1, 'SELECT 1')]],
    ['with one number twice', [step(1, 'SELECT 1'), step(1, 'SELECT 1')]],
    ['that commits by itself', [step(1, 'COMMIT;')]],
    ['that switches foreign keys', [step(1, 'PRAGMA foreign_keys = OFF;')]],
  ])('steps %s are a mistake of the program', (_what, steps) => {
    expect(() => run(aDatabase(), ...steps)).toThrow(/stands after|manages transactions/u);
  });
});
