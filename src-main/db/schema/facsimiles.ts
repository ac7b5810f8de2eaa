import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FacsimilePart } from '#shared/domain/document/facsimile.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { PartyId, UserId } from '#shared/kernel/id.ts';
import { whole } from './columns.ts';
import { files } from './documents.ts';
import { organisations } from './parties.ts';
import { users } from './users.ts';

export const facsimiles = sqliteTable(
  'facsimiles',
  {
    organisationId: text()
      .$type<PartyId>()
      .notNull()
      .references(() => organisations.partyId),
    part: text().$type<FacsimilePart>().notNull(),
    signatoryId: text().notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    widthMm: whole().notNull(),
    heightMm: whole().notNull(),
    addedAt: text().$type<IsoInstant>().notNull(),
    addedBy: text()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.part, table.signatoryId] })],
);
