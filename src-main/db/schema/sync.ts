import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmEntity, CrmRow } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';
import type { CrmAccount, OutboxEntry, ShadowRow, SyncConflict } from '../../ports/sync.ts';
import { json, whole } from './columns.ts';
import { orders } from './orders.ts';
import { users } from './users.ts';

export const crmAccounts = sqliteTable('crm_accounts', {
  id: text().primaryKey(),
  system: text().$type<CrmAccount['system']>().notNull(),
  address: text().notNull(),
  title: text().notNull(),
  employee: text().notNull(),
  state: text().$type<CrmAccount['state']>().notNull(),
  stop: json().$type<CrmAccount['stop']>(),
  calibration: json().$type<CrmAccount['calibration']>(),
  mapping: json().$type<CrmAccount['mapping']>().notNull(),
  policies: json().$type<CrmAccount['policies']>().notNull(),
  drivenByCrm: json().$type<CrmAccount['drivenByCrm']>().notNull(),
  connectedBy: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  connectedAt: text().$type<IsoInstant>().notNull(),
  journalSeq: whole().notNull(),
  firstLoad: json().$type<CrmAccount['firstLoad']>(),
});

export const crmRows = sqliteTable('crm_rows', {
  seq: integer().primaryKey(),
  accountId: text()
    .notNull()
    .references(() => crmAccounts.id),
  entity: text().$type<CrmEntity>().notNull(),
  remoteId: text().notNull(),
  row: json().$type<CrmRow>().notNull(),
  hash: text().notNull(),
  modifiedAt: text().$type<IsoInstant>(),
  pulledAt: text().$type<IsoInstant>().notNull(),
  goneAt: text().$type<IsoInstant>(),
  entering: text().$type<ShadowRow['entering']>().notNull(),
  problem: text(),
  entered: json().$type<ShadowRow['entered']>(),
});

export const crmLinks = sqliteTable(
  'crm_links',
  {
    accountId: text()
      .notNull()
      .references(() => crmAccounts.id),
    object: text().notNull(),
    entity: text().$type<CrmEntity>().notNull(),
    remoteId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.entity, table.remoteId] })],
);

export const crmOutbox = sqliteTable('crm_outbox', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  accountId: text()
    .notNull()
    .references(() => crmAccounts.id),
  object: text().notNull(),
  entity: text().$type<CrmEntity>().notNull(),
  kind: text().$type<OutboxEntry['kind']>().notNull(),
  patch: json().$type<OutboxEntry['patch']>().notNull(),
  base: json().$type<OutboxEntry['base']>().notNull(),
  payload: json().$type<OutboxEntry['payload']>().notNull(),
  key: text().notNull(),
  state: text().$type<OutboxEntry['state']>().notNull(),
  failures: whole().notNull(),
  nextAt: text().$type<IsoInstant>(),
  error: json().$type<OutboxEntry['error']>(),
  createdAt: text().$type<IsoInstant>().notNull(),
  createdBy: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  dependsOn: text(),
  orderId: text()
    .$type<OrderId>()
    .references(() => orders.id),
});

export const crmAttempts = sqliteTable('crm_attempts', {
  seq: integer().primaryKey(),
  entryId: text()
    .notNull()
    .references(() => crmOutbox.id),
  startedAt: text().$type<IsoInstant>().notNull(),
  finishedAt: text().$type<IsoInstant>(),
  outcome: text(),
});

export const crmCursors = sqliteTable(
  'crm_cursors',
  {
    accountId: text()
      .notNull()
      .references(() => crmAccounts.id),
    scope: text().notNull(),
    value: json().$type<JsonObject>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.scope] })],
);

export const crmConflicts = sqliteTable('crm_conflicts', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  accountId: text()
    .notNull()
    .references(() => crmAccounts.id),
  entity: text().$type<CrmEntity>().notNull(),
  remoteId: text().notNull(),
  object: text().notNull(),
  orderId: text()
    .$type<OrderId>()
    .references(() => orders.id),
  field: text().notNull(),
  base: text(),
  ours: text(),
  theirs: text(),
  theirsBy: text().notNull(),
  theirsAt: text().$type<IsoInstant>(),
  foundAt: text().$type<IsoInstant>().notNull(),
  choice: text().$type<NonNullable<SyncConflict['choice']>>(),
  settledAt: text().$type<IsoInstant>(),
});

export const crmSentFiles = sqliteTable(
  'crm_sent_files',
  {
    accountId: text()
      .notNull()
      .references(() => crmAccounts.id),
    object: text().notNull(),
    sha256: text('sha256').notNull(),
    remote: json().$type<JsonObject>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.object, table.sha256] })],
);
