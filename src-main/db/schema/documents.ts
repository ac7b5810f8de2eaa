import { foreignKey, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { LaidPicture } from '#shared/domain/document/facsimile.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type {
  DocumentFile,
  IssuedDocument,
  NumberClass,
  Revision,
  Snapshot,
} from '#shared/domain/document/document.ts';
import type { OurCopy, PaperState, Route, TheirCopy, Way } from '#shared/domain/signing/course.ts';
import { flag, json, money, whole } from './columns.ts';
import { orders } from './orders.ts';
import { organisations, parties } from './parties.ts';
import { users } from './users.ts';

export const documents = sqliteTable(
  'documents',
  {
    seq: integer().primaryKey(),
    id: text().$type<DocumentId>().notNull().unique(),
    organisationId: text()
      .$type<PartyId>()
      .notNull()
      .references(() => organisations.partyId),
    partyId: text()
      .$type<PartyId>()
      .notNull()
      .references(() => parties.id),
    /** Empty for a paper that belongs to no order. */
    orderId: text()
      .$type<OrderId>()
      .references(() => orders.id),
    kind: text().$type<IssuedDocument['kind']>().notNull(),
    numberClass: text().$type<NumberClass>().notNull(),
    /** Year of the date: numbers are unique inside it. */
    year: whole().notNull(),
    number: text().notNull(),
    date: text().$type<IsoDate>().notNull(),
    version: whole().notNull(),
    sum: money().notNull(),
    vat: money().notNull(),
    state: text().$type<IssuedDocument['state']>().notNull(),
    medium: text().$type<IssuedDocument['medium']>().notNull(),
    issuedAt: text().$type<IsoInstant>().notNull(),
    issuedBy: text()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    contentHash: text().notNull(),
    annulledAt: text().$type<IsoInstant>(),
    annulledBy: text()
      .$type<UserId>()
      .references(() => users.id),
    annulReason: text(),
    searchText: text().notNull(),
    /** The исправление in force. */
    revision: json().$type<Revision | null>(),
    /** Where the document and its copies stand (`domain/signing/course.ts`); triggers begin anew with each version. */
    route: text().$type<Route>().notNull().default('issued'),
    ourCopy: text().$type<OurCopy>().notNull().default('here'),
    theirCopy: text().$type<TheirCopy>().notNull().default('here'),
    /** Said by the other columns together: what registers filter by. */
    paperState: text().$type<PaperState>().notNull().default('issued'),
    isAwaited: flag().notNull().default(false),
    way: text().$type<Way>(),
    track: text().notNull().default(''),
    sentOn: text().$type<IsoDate>(),
    receivedOn: text().$type<IsoDate>(),
    /** Short name of the party's card, kept by triggers for the sort. */
    partyName: text().notNull().default(''),
  },
  (table) => [unique().on(table.organisationId, table.numberClass, table.year, table.number)],
);

/** The frozen data of each version; a trigger refuses any change (documents.md D8). */
export const documentVersions = sqliteTable(
  'document_versions',
  {
    documentId: text()
      .$type<DocumentId>()
      .notNull()
      .references(() => documents.id),
    version: whole().notNull(),
    kind: text().$type<Snapshot['kind']>().notNull(),
    edition: text().notNull(),
    templateSha256: text('template_sha256').notNull(),
    data: json().$type<Snapshot['data']>().notNull(),
    origins: json().$type<Snapshot['origins']>().notNull(),
    revision: json().$type<Revision | null>(),
    reason: text().notNull().default(''),
    facsimile: json().$type<readonly LaidPicture[]>(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.version] })],
);

export const files = sqliteTable('files', { sha256: text('sha256').primaryKey(), size: whole().notNull() });

export const documentFiles = sqliteTable(
  'document_files',
  {
    documentId: text().$type<DocumentId>().notNull(),
    version: whole().notNull(),
    format: text().$type<DocumentFile['format']>().notNull(),
    isDraft: flag().notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    name: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.version, table.format, table.isDraft] }),
    foreignKey({
      columns: [table.documentId, table.version],
      foreignColumns: [documentVersions.documentId, documentVersions.version],
    }),
  ],
);

/** Counts and sums of the register, kept by triggers. */
const totalColumns = () => ({
  organisationId: text().$type<PartyId>().notNull(),
  kind: text().$type<IssuedDocument['kind']>().notNull(),
  medium: text().$type<IssuedDocument['medium']>().notNull(),
  paperState: text().$type<PaperState>().notNull(),
  isAwaited: flag().notNull(),
  documents: whole().notNull(),
  sum: money().notNull(),
  vat: money().notNull(),
});

/** The same by month of the document's date, for periods; kept by triggers too. */
export const registerMonths = sqliteTable(
  'register_months',
  { month: text().notNull(), ...totalColumns() },
  (table) => [
    primaryKey({
      columns: [table.month, table.organisationId, table.kind, table.medium, table.paperState, table.isAwaited],
    }),
  ],
);

export const registerTotals = sqliteTable('register_totals', totalColumns(), (table) => [
  primaryKey({ columns: [table.organisationId, table.kind, table.medium, table.paperState, table.isAwaited] }),
]);

export const numberSeries = sqliteTable(
  'number_series',
  {
    organisationId: text()
      .$type<PartyId>()
      .notNull()
      .references(() => organisations.partyId),
    numberClass: text().$type<NumberClass>().notNull(),
    year: whole().notNull(),
    next: whole().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.numberClass, table.year] })],
);
