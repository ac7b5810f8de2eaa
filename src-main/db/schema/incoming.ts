import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IncomingLine, IncomingPaper } from '#shared/domain/incoming/incoming.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import { json, money } from './columns.ts';
import { files } from './documents.ts';
import { oneCExports } from './exchange-1c.ts';
import { orders } from './orders.ts';
import { organisations, parties } from './parties.ts';
import { users } from './users.ts';

/** Sums inside JSON are texts of kopecks. */
export type StoredLine = Omit<IncomingLine, 'gross' | 'vat'> & { readonly gross: string; readonly vat: string };

export const incomingPapers = sqliteTable('incoming_papers', {
  seq: integer().primaryKey(),
  id: text().$type<DocumentId>().notNull().unique(),
  kind: text().$type<IncomingPaper['kind']>().notNull(),
  organisationId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId),
  partyId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => parties.id),
  orderId: text()
    .$type<OrderId>()
    .references(() => orders.id),
  number: text().notNull(),
  date: text().$type<IsoDate>().notNull(),
  receivedOn: text().$type<IsoDate>().notNull(),
  dueOn: text().$type<IsoDate>(),
  lines: json().$type<readonly StoredLine[]>().notNull(),
  sum: money().notNull(),
  vat: money().notNull(),
  comment: text().notNull(),
  state: text().$type<IncomingPaper['state']>().notNull(),
  enteredAt: text().$type<IsoInstant>().notNull(),
  enteredBy: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  fileName: text(),
  fileSha256: text('file_sha256').references(() => files.sha256),
  annulledAt: text().$type<IsoInstant>(),
  annulledBy: text()
    .$type<UserId>()
    .references(() => users.id),
  annulReason: text(),
  searchText: text().notNull(),
});

/** What an export told of an incoming paper; `annulled` rows say that the accountant was told. */
export const oneCExportedIncoming = sqliteTable('one_c_exported_incoming', {
  seq: integer().primaryKey(),
  exportId: text()
    .notNull()
    .references(() => oneCExports.id),
  incomingId: text()
    .$type<DocumentId>()
    .notNull()
    .references(() => incomingPapers.id),
  state: text().$type<IncomingPaper['state']>().notNull(),
});
