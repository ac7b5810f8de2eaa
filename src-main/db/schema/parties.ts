import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { ContractId, PartyId } from '#shared/kernel/id.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { Business, Party, Signatory, TaxRegime } from '#shared/domain/party/party.ts';
import { flag, json, whole } from './columns.ts';

export const parties = sqliteTable('parties', {
  /** Age of the card and the row of its search text; VACUUM may renumber hidden row ids, never this. */
  seq: integer().primaryKey(),
  id: text().$type<PartyId>().notNull().unique(),
  kind: text().$type<Party['kind']>().notNull(),
  fullName: text().notNull(),
  shortName: text().notNull(),
  gender: text().$type<Party['gender']>().notNull(),
  inn: text().notNull(),
  kpp: text().notNull(),
  ogrn: text().notNull(),
  ogrnDate: text().$type<IsoDate>(),
  okpo: text().notNull(),
  legalAddress: text().notNull(),
  actualAddress: text().notNull(),
  postalAddress: text().notNull(),
  phone: text().notNull(),
  email: text().notNull(),
  contactName: text().notNull(),
  countryCode: text().notNull(),
  foreignTaxId: text().notNull(),
  medium: text().$type<Party['medium']>().notNull(),
  edoOperator: text().notNull(),
  edoParticipantId: text().notNull(),
  forwarderRegistryNumber: text().notNull(),
  carrierRegistryNumber: text().notNull(),
  stopReason: text().notNull(),
  revision: whole().notNull(),
  searchText: text().notNull(),
  groupName: text().notNull().default(''),
});

const partyId = () =>
  text()
    .$type<PartyId>()
    .notNull()
    .references(() => parties.id);

export const taxPeriods = sqliteTable(
  'tax_periods',
  {
    partyId: partyId(),
    position: whole().notNull(),
    regime: text().$type<TaxRegime>().notNull(),
    validFrom: text().$type<IsoDate>(),
    validTo: text().$type<IsoDate>(),
  },
  (table) => [primaryKey({ columns: [table.partyId, table.position] })],
);

export const bankAccounts = sqliteTable(
  'bank_accounts',
  {
    partyId: partyId(),
    position: whole().notNull(),
    id: text().notNull(),
    account: text().notNull(),
    bic: text().notNull(),
    bankName: text().notNull(),
    bankCity: text().notNull(),
    corrAccount: text().notNull(),
    currency: text().notNull(),
    isMain: flag().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partyId, table.position] })],
);

export const signatories = sqliteTable(
  'signatories',
  {
    partyId: partyId(),
    // `position` is the person's post here, as in the domain; `ordinal` is the place in the list.
    ordinal: whole().notNull(),
    id: text().notNull(),
    role: text().$type<Signatory['role']>().notNull(),
    position: text().notNull(),
    lastName: text().notNull(),
    firstName: text().notNull(),
    middleName: text().notNull(),
    gender: text().$type<'m' | 'f'>(),
    basisType: text().$type<Signatory['basisType']>().notNull(),
    basisNumber: text().notNull(),
    basisDate: text().$type<IsoDate>(),
    scope: json().$type<Signatory['scope']>().notNull(),
    overrides: json().$type<Signatory['overrides']>().notNull(),
    grammarConfirmed: flag().notNull(),
    validFrom: text().$type<IsoDate>(),
    validTo: text().$type<IsoDate>(),
  },
  (table) => [primaryKey({ columns: [table.partyId, table.ordinal] })],
);

export const organisations = sqliteTable('organisations', {
  partyId: text()
    .$type<PartyId>()
    .primaryKey()
    .references(() => parties.id),
  business: text().$type<Business>().notNull(),
  city: text().notNull(),
  numberPrefix: text().notNull(),
});

export const contracts = sqliteTable('contracts', {
  id: text().$type<ContractId>().primaryKey(),
  organisationId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId),
  partyId: partyId(),
  kind: text().$type<Contract['kind']>().notNull(),
  number: text().notNull(),
  date: text().$type<IsoDate>().notNull(),
  validTo: text().$type<IsoDate>(),
  autoProlong: flag().notNull(),
  subject: text().notNull(),
  paymentEvent: text().$type<Contract['paymentEvent']>().notNull(),
  paymentDays: whole().notNull(),
  paymentDayKind: text().$type<Contract['paymentDayKind']>().notNull(),
  vatClause: text().notNull(),
  city: text().notNull(),
  revision: whole().notNull(),
});
