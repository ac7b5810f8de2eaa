import type { IsoInstant } from '#shared/kernel/date.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { createBase } from '#main/db/base.ts';
import { migrate } from '#main/db/migrate.ts';
import { MIGRATION_STEPS } from '#main/db/migrations/steps.ts';
import { openSqlite, type Sqlite } from '#main/db/open-sqlite.ts';
import type { Base } from '#main/ports/base.ts';

export type TestBase = { readonly base: Base; readonly sqlite: Sqlite; readonly close: () => void };

/** An empty base in memory (or the given file or bytes), migrated by the real runner. Seed what the test needs through `base.write`. */
export const openTestBase = (path: string | Buffer = ':memory:'): TestBase => {
  const sqlite = openSqlite(path);
  const migrated = migrate(sqlite, { steps: MIGRATION_STEPS, now: '2026-11-21T09:00:00.000Z' as IsoInstant });
  requireDefined(migrated.ok ? migrated.value : null, 'a migrated base');
  return { base: createBase(sqlite), sqlite, close: () => sqlite.close() };
};
