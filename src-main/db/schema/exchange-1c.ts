import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DocumentState } from '#shared/domain/document/document.ts';
import type { EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, PartyId, UserId } from '#shared/kernel/id.ts';
import { flag, whole } from './columns.ts';
import { documents } from './documents.ts';
import { organisations } from './parties.ts';
import { users } from './users.ts';

export const oneCExports = sqliteTable('one_c_exports', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  organisationId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId),
  dateFrom: text().$type<IsoDate>().notNull(),
  dateTo: text().$type<IsoDate>().notNull(),
  format: text().$type<EdVersion>().notNull(),
  onlyChanged: flag().notNull(),
  fileName: text().notNull(),
  sha256: text('sha256').notNull(),
  size: whole().notNull(),
  documents: whole().notNull(),
  madeAt: text().$type<IsoInstant>().notNull(),
  madeBy: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  acceptedAt: text().$type<IsoInstant>(),
  acceptedBy: text()
    .$type<UserId>()
    .references(() => users.id),
});

/** Which version of a document an export carried; `annulled` rows say that the accountant was told. */
export const oneCExportedDocuments = sqliteTable('one_c_exported_documents', {
  seq: integer().primaryKey(),
  exportId: text()
    .notNull()
    .references(() => oneCExports.id),
  documentId: text()
    .$type<DocumentId>()
    .notNull()
    .references(() => documents.id),
  version: whole().notNull(),
  contentHash: text().notNull(),
  state: text().$type<DocumentState>().notNull(),
});
