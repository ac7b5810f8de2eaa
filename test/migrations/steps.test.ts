import { readdirSync } from 'node:fs';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { migrate } from '#main/db/migrate.ts';
import { MIGRATION_STEPS } from '#main/db/migrations/steps.ts';
import { openSqlite, type Sqlite } from '#main/db/open-sqlite.ts';
import * as documents from '#main/db/schema/documents.ts';
import * as journal from '#main/db/schema/journal.ts';
import * as orders from '#main/db/schema/orders.ts';
import * as parties from '#main/db/schema/parties.ts';
import * as users from '#main/db/schema/users.ts';

const NOW = '2026-11-21T09:00:00.000Z' as IsoInstant;
const TABLES = [users, parties, orders, documents, journal]
  .flatMap((noun) => Object.values<unknown>(noun))
  .filter((value) => value instanceof SQLiteTable);

const aDatabase = (upTo = Number.POSITIVE_INFINITY): Sqlite => {
  const sqlite = openSqlite(':memory:');
  onTestFinished(() => void sqlite.close());
  expect(migrate(sqlite, { steps: MIGRATION_STEPS.filter(({ id }) => id <= upTo), now: NOW }).ok).toBe(true);
  return sqlite;
};

const ask = (sqlite: Sqlite, sql: string): unknown => sqlite.prepare(sql).pluck().get();

const USER = `INSERT INTO users VALUES ('u', 'anna', 'anna', 'Анна', '', 1, NULL)`;
const PARTY = `INSERT INTO parties VALUES (1, 'p', 'org', 'Общество «Ёлка»', 'ООО «Ёлка»', 'n', '7701', '', '', NULL, '', '', '', '', '', '', '', '643', '', 'paper', '', '', '', '', '', 1, 'ооо елка')`;
const ORGANISATION = `INSERT INTO organisations VALUES ('p', 'meat', 'г. Москва', '')`;
const ORDER = `INSERT INTO orders VALUES (1, 'o', 'p', 'p', '145', '2026-11-20', 'meat', '', 'RUB', 1, 'prepayment', NULL, NULL, NULL, '', '', '', 'manual', '', '{}', 1, 100, 18, '145 елка')`;
const DOCUMENT = `INSERT INTO documents VALUES (1, 'd', 'p', 'p', 'o', 'invoice', 'invoice', 2026, '1204', '2026-11-20', 1, 100, 18, 'issued', 'paper', '2026-11-20T08:00:00.000Z', 'u', 'h', NULL, NULL, NULL, '1204 елка')`;

/** What each step finds when it runs on a base in use, and what must be there afterwards. */
const STORIES: readonly {
  readonly id: number;
  readonly rows: readonly string[];
  readonly after: string;
  readonly answer: unknown;
}[] = [
  { id: 2, rows: [USER], after: `SELECT login FROM users`, answer: 'anna' },
  { id: 3, rows: [USER, PARTY, ORGANISATION], after: `SELECT city FROM organisations`, answer: 'г. Москва' },
  { id: 4, rows: [USER, PARTY, ORGANISATION, ORDER], after: `SELECT sum FROM orders`, answer: 100n },
  { id: 5, rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT], after: `SELECT number FROM documents`, answer: '1204' },
  {
    id: 6,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT],
    after: `SELECT count(*) FROM documents_search WHERE documents_search MATCH '"елка"'`,
    answer: 1n,
  },
];

describe('every step', () => {
  test('has its file, and every file its step', () => {
    const files = readdirSync(new URL('../../src-main/db/migrations/', import.meta.url)).filter((name) =>
      /^\d/u.test(name),
    );
    const named = MIGRATION_STEPS.map(({ id, name }) => `${String(id).padStart(4, '0')}-${name}.ts`);
    expect(named).toEqual(files.sort());
  });

  test.each(STORIES)('step $id keeps the rows that were there before it', ({ id, rows, after, answer }) => {
    const sqlite = aDatabase(id - 1);
    for (const row of rows) sqlite.exec(row);
    expect(migrate(sqlite, { steps: MIGRATION_STEPS, now: NOW }).ok).toBe(true);
    expect(ask(sqlite, after)).toEqual(answer);
  });
});

describe('the migrated base', () => {
  test('has only STRICT tables', () => {
    const loose = aDatabase()
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  test('never cascades a deletion', () => {
    const sqlite = aDatabase();
    const rules = TABLES.flatMap((table) =>
      sqlite.prepare(`SELECT on_delete FROM pragma_foreign_key_list(?)`).pluck().all(getTableConfig(table).name),
    );
    expect(new Set(rules)).toEqual(new Set(['NO ACTION']));
  });

  test('has an index for every reference, so that no check reads a whole table', () => {
    const sqlite = aDatabase();
    const firstColumns = (table: string): unknown[] =>
      sqlite
        .prepare(
          `SELECT (SELECT name FROM pragma_index_info(list.name) WHERE seqno = 0) FROM pragma_index_list(?) AS list`,
        )
        .pluck()
        .all(table);
    const parents = new Set([
      'documents',
      'orders',
      'parties',
      'organisations',
      'contracts',
      'files',
      'trips',
      'document_versions',
    ]);
    const bare = TABLES.flatMap((table) => {
      const { name } = getTableConfig(table);
      const references = sqlite
        .prepare<[string], { column: string; parent: string }>(
          `SELECT "from" AS "column", "table" AS parent FROM pragma_foreign_key_list(?) WHERE seq = 0`,
        )
        .all(name);
      const indexed = firstColumns(name);
      return references
        .filter(({ column, parent }) => parents.has(parent) && !indexed.includes(column))
        .map(({ column }) => `${name}.${column}`);
    });
    // A stop on a route is looked up by its order only, and parties are never deleted.
    expect(bare).toEqual(['route_points.party_id']);
  });

  test.each(TABLES.map((table) => [getTableConfig(table).name, table] as const))(
    'has the columns of %s that the schema describes',
    (name, table) => {
      const described = getTableConfig(table).columns.map((column) => ({
        name: column.keyAsName ? toSnakeCase(column.name) : column.name,
        type: column.getSQLType().toUpperCase(),
        required: column.notNull || column.primary,
      }));
      const present = aDatabase()
        .prepare<[string], { name: string; type: string; required: bigint }>(
          'SELECT name, type, "notnull" AS required FROM pragma_table_info(?)',
        )
        .all(name)
        .map((column) => ({ ...column, required: column.required === 1n }));
      expect(present).toEqual(described);
    },
  );

  test.each([
    ['a date that is not in the calendar', ORDER.replace('2026-11-20', '2026-02-30')],
    ['a date of another shape', ORDER.replace('2026-11-20', '20.11.2026')],
    ['text where kopecks belong', ORDER.replace('100, 18', `'сто', 18`)],
    ['a fraction of a kopeck', ORDER.replace('100, 18', '100.5, 18')],
    ['broken JSON', ORDER.replace(`'{}'`, `'{'`)],
    ['a flag that is neither yes nor no', ORDER.replace(`'RUB', 1`, `'RUB', 2`)],
    ['a document of another year than its date', DOCUMENT.replace('2026, ', '2025, ')],
    ['an annulled document without a reason', DOCUMENT.replace(`'issued'`, `'annulled'`)],
  ])('refuses %s', (_what, sql) => {
    const sqlite = aDatabase();
    for (const row of [USER, PARTY, ORGANISATION]) sqlite.exec(row);
    if (sql !== ORDER && !sql.startsWith('INSERT INTO orders')) sqlite.exec(ORDER);
    expect(() => sqlite.exec(sql)).toThrow(/CHECK|cannot store/u);
  });
});
