import { readdirSync } from 'node:fs';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { migrate } from '#main/db/migrate.ts';
import { MIGRATION_STEPS } from '#main/db/migrations/steps.ts';
import { openSqlite, type Sqlite } from '#main/db/open-sqlite.ts';
import * as batches from '#main/db/schema/batches.ts';
import * as documents from '#main/db/schema/documents.ts';
import * as facsimiles from '#main/db/schema/facsimiles.ts';
import * as exchange1c from '#main/db/schema/exchange-1c.ts';
import * as incoming from '#main/db/schema/incoming.ts';
import * as journal from '#main/db/schema/journal.ts';
import * as ownTemplates from '#main/db/schema/own-templates.ts';
import * as orders from '#main/db/schema/orders.ts';
import * as papersWay from '#main/db/schema/papers-way.ts';
import * as parties from '#main/db/schema/parties.ts';
import * as payments from '#main/db/schema/payments.ts';
import * as sync from '#main/db/schema/sync.ts';
import * as processes from '#main/db/schema/processes.ts';
import * as users from '#main/db/schema/users.ts';

const NOW = '2026-11-21T09:00:00.000Z' as IsoInstant;
const TABLES = [
  users,
  parties,
  orders,
  documents,
  journal,
  payments,
  batches,
  exchange1c,
  facsimiles,
  incoming,
  ownTemplates,
  processes,
  papersWay,
  sync,
]
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
// Columns by name: later steps add some.
const PARTY_COLUMNS =
  'seq, id, kind, full_name, short_name, gender, inn, kpp, ogrn, ogrn_date, okpo, legal_address, actual_address, postal_address, phone, email, contact_name, country_code, foreign_tax_id, medium, edo_operator, edo_participant_id, forwarder_registry_number, carrier_registry_number, stop_reason, revision, search_text';
const PARTY = `INSERT INTO parties (${PARTY_COLUMNS}) VALUES (1, 'p', 'org', 'Общество «Ёлка»', 'ООО «Ёлка»', 'n', '7701', '', '', NULL, '', '', '', '', '', '', '', '643', '', 'paper', '', '', '', '', '', 1, 'ооо елка')`;
const ORGANISATION = `INSERT INTO organisations VALUES ('p', 'meat', 'г. Москва', '')`;
const ORDER = `INSERT INTO orders VALUES (1, 'o', 'p', 'p', '145', '2026-11-20', 'meat', '', 'RUB', 1, 'prepayment', NULL, NULL, NULL, '', '', '', 'manual', '', '{}', 1, 100, 18, '145 елка')`;
const DOCUMENT_COLUMNS =
  'seq, id, organisation_id, party_id, order_id, kind, number_class, year, number, date, version, sum, vat, state, medium, issued_at, issued_by, content_hash, annulled_at, annulled_by, annul_reason, search_text';
const TRIP = `INSERT INTO trips (order_id, carrier_price, paper_exception_text, etrn_uid, order_uid) VALUES ('o', 7800000, '', '', '')`;
const CARGO = `INSERT INTO cargo (order_id, name, state, packaging, places, marking, gross_kg, net_kg, volume_m3, temperature, mass_method) VALUES ('o', 'Посуда', '', '', 4, '', '480', '450', '', '', '')`;
const DOCUMENT = `INSERT INTO documents (${DOCUMENT_COLUMNS}) VALUES (1, 'd', 'p', 'p', 'o', 'invoice', 'invoice', 2026, '1204', '2026-11-20', 1, 100, 18, 'issued', 'paper', '2026-11-20T08:00:00.000Z', 'u', 'h', NULL, NULL, NULL, '1204 елка')`;
const VERSION = `INSERT INTO document_versions (document_id, version, kind, edition, template_sha256, data, origins) VALUES ('d', 1, 'invoice', 'invoice-2026', 'h', '{}', '{}')`;

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
  {
    id: 7,
    rows: [USER, `INSERT INTO role_rights VALUES ('accountant', 'orders.read')`],
    after: `SELECT group_concat("right", ' ') FROM role_rights WHERE role = 'accountant'`,
    answer: 'documents.accept documents.send incoming.add orders.read payments.edit payments.read',
  },
  { id: 8, rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT], after: `SELECT number FROM documents`, answer: '1204' },
  { id: 9, rows: [USER, PARTY, ORGANISATION, ORDER], after: `SELECT count(*) FROM batch_items`, answer: 0n },
  {
    id: 10,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT],
    after: `SELECT (SELECT number FROM documents) || ' ' || (SELECT count(*) FROM own_templates)`,
    answer: '1204 0',
  },
  {
    id: 11,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT],
    after: `SELECT (SELECT number FROM documents) || ' ' || (SELECT count(*) FROM one_c_exports)`,
    answer: '1204 0',
  },
  {
    id: 12,
    rows: [
      USER,
      `INSERT INTO audit_entries VALUES (7, '2026-11-20', 'u', NULL, 'order.created', 'order', 'o', NULL, NULL, 'c')`,
    ],
    after: `SELECT value FROM settings WHERE key = 'process.cursor'`,
    answer: '7',
  },
  {
    id: 13,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT],
    after: `SELECT number || ifnull(revision, ' without исправление') FROM documents`,
    answer: '1204 without исправление',
  },
  {
    id: 14,
    rows: [USER, PARTY, ORGANISATION, ORDER, TRIP, CARGO],
    after: `SELECT gross_kg || ':' || hs_code || ':' || requirements || special_conditions FROM trips JOIN cargo USING (order_id)`,
    answer: '480::',
  },
  {
    id: 15,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT, `INSERT INTO role_rights VALUES ('logistician', 'orders.read')`],
    after: `SELECT (SELECT number FROM documents) || ' ' || (SELECT count(*) FROM incoming_papers) || ' ' || (SELECT group_concat("right", ' ') FROM role_rights WHERE role = 'logistician')`,
    answer: '1204 0 documents.send incoming.add orders.read',
  },
  {
    id: 16,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT, `INSERT INTO role_rights VALUES ('lawyer', 'orders.read')`],
    after: `SELECT (SELECT route || our_copy || their_copy || paper_state || is_awaited FROM documents) || ' ' || (SELECT group_concat("right", ' ') FROM role_rights WHERE role = 'lawyer')`,
    answer: 'issuedherehereissued0 contracts.judge orders.read',
  },
  {
    id: 17,
    rows: [USER, PARTY, ORGANISATION, ORDER, `INSERT INTO role_rights VALUES ('administrator', 'orders.read')`],
    after: `SELECT (SELECT number FROM orders) || ' ' || (SELECT count(*) FROM crm_outbox) || ' ' || (SELECT group_concat("right", ' ') FROM role_rights WHERE role = 'administrator')`,
    answer: '145 0 crm.connect documents.stamp orders.read',
  },
  {
    id: 18,
    rows: [
      USER,
      PARTY,
      ORGANISATION,
      ORDER,
      DOCUMENT,
      VERSION,
      `INSERT INTO role_rights VALUES ('director', 'orders.read')`,
    ],
    after: `SELECT (SELECT edition || ifnull(facsimile, ' bare') FROM document_versions) || ' ' || (SELECT count(*) FROM facsimiles) || ' ' || (SELECT group_concat("right", ' ') FROM role_rights WHERE role = 'director')`,
    answer: 'invoice-2026 bare 0 documents.stamp orders.read',
  },
  {
    id: 19,
    rows: [USER, PARTY],
    after: `SELECT short_name || ':' || group_name FROM parties`,
    answer: 'ООО «Ёлка»:',
  },
  {
    id: 20,
    rows: [
      USER,
      `INSERT INTO batches (id, key, state, kinds, formats, date, started_at, started_by, worked_ms, stop_code) SELECT 'b', 'k', 'paused', 'null', 'null', NULL, '2026-11-20T09:00:00.000Z', id, 0, '' FROM users`,
    ],
    after: `SELECT state || ' ' || facsimile FROM batches`,
    answer: 'paused 0',
  },
  {
    id: 21,
    rows: [USER, PARTY, ORGANISATION, ORDER, DOCUMENT],
    after: `SELECT month || ' ' || kind || ' ' || documents || ' ' || sum || ' ' || vat FROM register_months`,
    answer: '2026-11 invoice 1 100 18',
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

describe('the rebuilt register of documents', () => {
  const NOTHING_LOST = `SELECT type || ' ' || name FROM sqlite_schema WHERE tbl_name = 'documents' AND name NOT LIKE 'sqlite_%'`;
  const namesIn = (sqlite: Sqlite): unknown[] => sqlite.prepare(`${NOTHING_LOST} ORDER BY 1`).pluck().all();

  test('keeps every index and trigger, finds documents by words and takes a paper of no order', () => {
    const sqlite = aDatabase(7);
    const before = namesIn(sqlite);
    for (const row of [USER, PARTY, ORGANISATION, ORDER, DOCUMENT]) sqlite.exec(row);
    expect(migrate(sqlite, { steps: MIGRATION_STEPS.filter(({ id }) => id <= 8), now: NOW }).ok).toBe(true);
    expect(namesIn(sqlite)).toEqual(before);
    sqlite.exec(DOCUMENT.replace("(1, 'd', 'p', 'p', 'o'", "(2, 'e', 'p', 'p', NULL").replace("'1204', ", "'7', "));
    const matching = `SELECT count(*) FROM documents_search WHERE documents_search MATCH '"елка"'`;
    expect(ask(sqlite, matching)).toBe(2n);
    expect(() => sqlite.exec(`DELETE FROM documents`)).toThrow('never deleted');
    expect(() => sqlite.exec(`UPDATE documents SET order_id = 'o' WHERE id = 'e'`)).toThrow('keeps its number');
    expect(() => sqlite.exec(DOCUMENT.replace("(1, 'd'", "(3, 'f'"))).toThrow('UNIQUE');
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
