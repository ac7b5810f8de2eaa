import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { CommandId, UserId } from '#shared/kernel/id.ts';
import type { AuditEntry } from '../../ports/base.ts';
import { json } from './columns.ts';
import { users } from './users.ts';

export const auditEntries = sqliteTable('audit_entries', {
  seq: integer().primaryKey(),
  at: text().$type<IsoInstant>().notNull(),
  userId: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  onBehalfOf: text()
    .$type<UserId>()
    .references(() => users.id),
  action: text().notNull(),
  entity: text().$type<AuditEntry['entity']>().notNull(),
  entityId: text().notNull(),
  before: json(),
  after: json(),
  commandId: text().$type<CommandId>().notNull(),
});

export const finishedCommands = sqliteTable('finished_commands', {
  id: text().$type<CommandId>().primaryKey(),
  method: text().notNull(),
  at: text().$type<IsoInstant>().notNull(),
  /** JSON, `null` included: a command that answers nothing is still remembered. */
  answer: text().notNull(),
});

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() });
