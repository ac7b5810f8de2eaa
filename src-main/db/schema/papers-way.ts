import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Difference } from '#shared/domain/contract-compare/compare-contracts.ts';
import type { ApprovalState } from '#shared/domain/signing/approvals.ts';
import type { Role } from '#shared/domain/users/rights.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { ComparedPlace, Verdict } from '#main/ports/comparison.ts';
import type { EpdStatus } from '#main/ports/register.ts';
import type { PrintState } from '#main/ports/print-queue.ts';
import type { ScanPartState } from '#main/ports/reception.ts';
import type { EnvelopeState, EnvelopeWay, LetterFile, LetterState } from '#main/ports/sending.ts';
import { flag, json, whole } from './columns.ts';
import { documents, files } from './documents.ts';
import { orders } from './orders.ts';
import { organisations, parties } from './parties.ts';
import { users } from './users.ts';

const documentId = () =>
  text()
    .$type<DocumentId>()
    .references(() => documents.id);
const userId = () =>
  text()
    .$type<UserId>()
    .references(() => users.id);
const at = () => text().$type<IsoInstant>();
const day = () => text().$type<IsoDate>();

export const approvals = sqliteTable('approvals', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  documentId: documentId().notNull(),
  version: whole().notNull(),
  turn: whole().notNull(),
  role: text().$type<Role>(),
  userId: userId(),
  state: text().$type<ApprovalState>().notNull(),
  askedAt: at().notNull(),
  askedBy: userId().notNull(),
  decidedAt: at(),
  decidedBy: userId(),
  comment: text().notNull(),
});

export const signatures = sqliteTable('signatures', {
  seq: integer().primaryKey(),
  documentId: documentId().notNull(),
  version: whole().notNull(),
  side: text().$type<'us' | 'them'>().notNull(),
  signatory: text().notNull(),
  authority: text().notNull(),
  signedOn: day().notNull(),
  at: at().notNull(),
  userId: userId().notNull(),
});

export const documentScans = sqliteTable('document_scans', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  documentId: documentId().notNull(),
  version: whole().notNull(),
  name: text().notNull(),
  sha256: text('sha256')
    .notNull()
    .references(() => files.sha256),
  pages: whole(),
  at: at().notNull(),
  userId: userId().notNull(),
});

export const envelopes = sqliteTable('envelopes', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  organisationId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId),
  partyId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => parties.id),
  way: text().$type<EnvelopeWay>().notNull(),
  track: text().notNull(),
  state: text().$type<EnvelopeState>().notNull(),
  stateOn: day().notNull(),
  madeAt: at().notNull(),
  madeBy: userId().notNull(),
  registerId: documentId(),
});

export const envelopeDocuments = sqliteTable(
  'envelope_documents',
  {
    envelopeId: text()
      .notNull()
      .references(() => envelopes.id),
    documentId: documentId().notNull(),
    version: whole().notNull(),
  },
  (table) => [primaryKey({ columns: [table.envelopeId, table.documentId] })],
);

export const letters = sqliteTable('letters', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  about: text().$type<'documents' | 'reminder' | 'message'>().notNull(),
  organisationId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId),
  partyId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => parties.id),
  recipient: text().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  attachments: json().$type<readonly LetterFile[]>().notNull(),
  documents: json().$type<readonly DocumentId[]>().notNull(),
  onceKey: text().notNull(),
  state: text().$type<LetterState>().notNull(),
  madeAt: at().notNull(),
  madeBy: userId().notNull(),
  sentAt: at(),
  paperId: documentId(),
});

export const reminders = sqliteTable(
  'reminders',
  {
    documentId: documentId().notNull(),
    version: whole().notNull(),
    step: whole().notNull(),
    remindedOn: day().notNull(),
    letterId: text()
      .notNull()
      .references(() => letters.id),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.version, table.step, table.letterId] })],
);

export const scans = sqliteTable('scans', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  name: text().notNull(),
  sha256: text('sha256')
    .notNull()
    .unique()
    .references(() => files.sha256),
  pages: whole().notNull(),
  takenAs: text().$type<'scan' | 'original'>().notNull(),
  at: at().notNull(),
  userId: userId().notNull(),
});

export const scanParts = sqliteTable('scan_parts', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  scanId: text()
    .notNull()
    .references(() => scans.id),
  firstPage: whole().notNull(),
  lastPage: whole().notNull(),
  code: text().notNull(),
  state: text().$type<ScanPartState>().notNull(),
  reason: text().notNull(),
  documentId: documentId(),
});

export const comparisons = sqliteTable('comparisons', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  documentId: documentId().notNull(),
  version: whole().notNull(),
  fileName: text().notNull(),
  fileSha256: text('file_sha256')
    .notNull()
    .references(() => files.sha256),
  format: text().$type<'docx' | 'pdf'>().notNull(),
  differences: json().$type<readonly (Difference & ComparedPlace)[]>().notNull(),
  verdict: text().$type<Verdict>().notNull(),
  at: at().notNull(),
  userId: userId().notNull(),
  judgedAt: at(),
  judgedBy: userId(),
  comment: text().notNull(),
});

export const printJobs = sqliteTable('print_jobs', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  state: text().$type<PrintState>().notNull(),
  printer: text().notNull(),
  duplex: flag().notNull(),
  sheets: whole().notNull(),
  printed: whole().notNull(),
  problem: text().notNull(),
  madeAt: at().notNull(),
  madeBy: userId().notNull(),
});

export const printItems = sqliteTable(
  'print_items',
  {
    jobId: text()
      .notNull()
      .references(() => printJobs.id),
    position: whole().notNull(),
    documentId: documentId().notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    envelope: text().notNull(),
    copies: whole().notNull(),
    pages: whole().notNull(),
    firstSheet: whole().notNull(),
    lastSheet: whole().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.position] })],
);

export const gateOverrides = sqliteTable('gate_overrides', {
  seq: integer().primaryKey(),
  orderId: text()
    .$type<OrderId>()
    .notNull()
    .references(() => orders.id),
  userId: userId().notNull(),
  role: text().notNull(),
  reason: text().notNull(),
  at: at().notNull(),
});

export const epdStates = sqliteTable('epd_states', {
  orderId: text()
    .$type<OrderId>()
    .primaryKey()
    .references(() => orders.id),
  operator: text().notNull(),
  etrnStatus: text().$type<EpdStatus>().notNull(),
  orderStatus: text().$type<EpdStatus>().notNull(),
});
