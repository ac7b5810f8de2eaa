import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { PartyId, UserId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { flag, json, whole } from './columns.ts';
import { files } from './documents.ts';
import { organisations } from './parties.ts';
import { users } from './users.ts';

export const ownTemplates = sqliteTable('own_templates', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  kind: text().$type<DocumentKind>().notNull(),
  name: text().notNull(),
  organisationId: text()
    .$type<PartyId>()
    .references(() => organisations.partyId),
  fileName: text().notNull(),
  isOn: flag().notNull(),
  version: whole().notNull(),
  sha256: text('sha256').references(() => files.sha256),
  since: text().$type<IsoInstant>(),
  checkedSha256: text('checked_sha256').notNull(),
  problems: json().$type<readonly Problem[]>().notNull(),
  addedAt: text().$type<IsoInstant>().notNull(),
  addedBy: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  removedAt: text().$type<IsoInstant>(),
});

/** Frozen: a trigger refuses any change. */
export const ownTemplateVersions = sqliteTable(
  'own_template_versions',
  {
    templateId: text()
      .notNull()
      .references(() => ownTemplates.id),
    version: whole().notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    at: text().$type<IsoInstant>().notNull(),
    by: text()
      .$type<UserId>()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.version] })],
);
