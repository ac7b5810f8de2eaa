import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OperationDirection, OperationSide } from '#shared/domain/bank/operation.ts';
import type { MatchRule } from '#shared/domain/matching/types.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { AllocationRow } from '../../ports/payments.ts';
import { flag, json, money, whole } from './columns.ts';
import { documents, files } from './documents.ts';
import { incomingPapers } from './incoming.ts';
import { organisations, parties } from './parties.ts';
import { users } from './users.ts';

const ofImport = () =>
  text()
    .notNull()
    .references(() => statementImports.id);
const ofOrganisation = () =>
  text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId);
const byUser = () =>
  text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id);

export const statementImports = sqliteTable('statement_imports', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  fileSha256: text('file_sha256')
    .notNull()
    .references(() => files.sha256),
  fileName: text().notNull(),
  encoding: text().notNull(),
  version: text().notNull(),
  sender: text().notNull(),
  importedAt: text().$type<IsoInstant>().notNull(),
  importedBy: byUser(),
  operations: whole().notNull(),
  repeats: whole().notNull(),
  rejected: json().$type<readonly Problem[]>().notNull(),
  warnings: json().$type<readonly Problem[]>().notNull(),
});

export const linkedAccounts = sqliteTable('linked_accounts', {
  account: text().primaryKey(),
  organisationId: ofOrganisation(),
  importId: ofImport(),
});

export const statementAccounts = sqliteTable(
  'statement_accounts',
  { importId: ofImport(), position: whole().notNull(), account: text().notNull(), organisationId: ofOrganisation() },
  (table) => [primaryKey({ columns: [table.importId, table.position] })],
);

export const statementPeriods = sqliteTable(
  'statement_periods',
  {
    importId: ofImport(),
    account: text().notNull(),
    position: whole().notNull(),
    fromDate: text().$type<IsoDate>().notNull(),
    toDate: text().$type<IsoDate>().notNull(),
    opening: money(),
    closing: money(),
    incoming: money(),
    outgoing: money(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.account, table.position] })],
);

export const bankOperations = sqliteTable('bank_operations', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  importId: ofImport(),
  line: whole().notNull(),
  account: text().notNull(),
  organisationId: ofOrganisation(),
  direction: text().$type<OperationDirection>().notNull(),
  kind: text().notNull(),
  number: text().notNull(),
  date: text().$type<IsoDate>().notNull(),
  bookedOn: text().$type<IsoDate>().notNull(),
  debitedOn: text().$type<IsoDate>(),
  creditedOn: text().$type<IsoDate>(),
  sum: money().notNull(),
  payer: json().$type<OperationSide>().notNull(),
  payee: json().$type<OperationSide>().notNull(),
  purpose: text().notNull(),
  rest: text().notNull(),
  /** Fingerprint of what makes two operations one and the same (formats §1.6 rule 12). */
  keyHash: text().notNull().unique(),
  isSettled: flag().notNull(),
  searchText: text().notNull(),
});

export const repeatedOperations = sqliteTable(
  'repeated_operations',
  {
    importId: ofImport(),
    line: whole().notNull(),
    operationId: text()
      .notNull()
      .references(() => bankOperations.id),
  },
  (table) => [primaryKey({ columns: [table.importId, table.line] })],
);

export const allocations = sqliteTable('allocations', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  operationId: text()
    .notNull()
    .references(() => bankOperations.id),
  kind: text().$type<AllocationRow['kind']>().notNull(),
  partyId: text()
    .$type<PartyId>()
    .references(() => parties.id),
  documentId: text()
    .$type<DocumentId>()
    .references(() => documents.id),
  sum: money().notNull(),
  writeOff: text().$type<NonNullable<AllocationRow['writeOff']>>(),
  how: text().$type<AllocationRow['how']>().notNull(),
  confidence: whole().notNull(),
  why: text().notNull(),
  ruleId: text(),
  madeAt: text().$type<IsoInstant>().notNull(),
  madeBy: byUser(),
  /** A bill of a supplier; `documentId` is empty then. */
  incomingId: text()
    .$type<DocumentId>()
    .references(() => incomingPapers.id),
});

export const matchingRules = sqliteTable('matching_rules', {
  id: text().primaryKey(),
  organisationId: text()
    .$type<PartyId>()
    .references(() => organisations.partyId),
  direction: text().$type<NonNullable<MatchRule['direction']>>(),
  whenIs: json().$type<MatchRule['when']>().notNull(),
  /** The two marks stand there only when they differ from the usual. */
  thenIs: json().$type<MatchRule['then'] & { readonly isOff?: true; readonly asks?: true }>().notNull(),
  taughtBy: text().references(() => statementImports.id),
  madeAt: text().$type<IsoInstant>().notNull(),
  madeBy: byUser(),
});

export const matchingSettings = sqliteTable('matching_settings', {
  organisationId: text()
    .$type<PartyId>()
    .primaryKey()
    .references(() => organisations.partyId),
  autoPercent: whole().notNull(),
  confirmPercent: whole().notNull(),
  rounding: money().notNull(),
  commissionBasisPoints: whole().notNull(),
});

export const tableMappings = sqliteTable('table_mappings', {
  headingHash: text().primaryKey(),
  columns: json().$type<Readonly<Record<string, number>>>().notNull(),
  confirmedAt: text().$type<IsoInstant>().notNull(),
  confirmedBy: byUser(),
});
