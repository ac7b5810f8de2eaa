import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';
import type { Batch, BatchItem } from '../../ports/batches.ts';
import { flag, json, whole } from './columns.ts';
import { orders } from './orders.ts';
import { users } from './users.ts';

export const batches = sqliteTable('batches', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  key: text().notNull(),
  state: text().$type<Batch['state']>().notNull(),
  kinds: json().$type<Batch['kinds']>(),
  formats: json().$type<Batch['formats']>(),
  date: text().$type<IsoDate>(),
  startedAt: text().$type<IsoInstant>().notNull(),
  startedBy: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  workedMs: whole().notNull(),
  stopCode: text().notNull(),
  facsimile: flag().notNull().default(false),
});

export const batchItems = sqliteTable(
  'batch_items',
  {
    batchId: text()
      .notNull()
      .references(() => batches.id),
    position: whole().notNull(),
    orderId: text()
      .$type<OrderId>()
      .references(() => orders.id),
    asked: text().notNull(),
    state: text().$type<BatchItem['state']>().notNull(),
    problems: json().$type<BatchItem['problems']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.position] })],
);
