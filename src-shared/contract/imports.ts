import { z } from 'zod';
import {
  BASIS_TYPES,
  BUSINESSES,
  GENDERS,
  MEDIA,
  PARTY_KINDS,
  SIGN_SCOPES,
  TAX_REGIMES,
} from '../domain/party/party.ts';
import { CONTRACT_KINDS, DAY_KINDS, PAYMENT_EVENTS } from '../domain/contract/contract.ts';
import { PAPER_EXCEPTIONS, PAYMENT_KINDS } from '../domain/order/order.ts';
import { isoDate } from '../kernel/date.ts';
import { VAT_RATES } from '../kernel/vat.ts';

const text = (max: number) => z.string().max(max).default('');
const optionalDate = z.iso.date().nullable().default(null);
const optionalIsoDate = optionalDate.transform((day) => (day === null ? null : isoDate(day)));
const decimal = z.union([
  z.string().regex(/^\d{1,18}([.,]\d{1,11})?$/u),
  z
    .number()
    .nonnegative()
    .max(1e15)
    .transform((value) => value.toString()),
]);
const roubles = z.union([
  z.string().regex(/^\d{1,13}([.,]\d{1,2})?$/u),
  z
    .number()
    .nonnegative()
    .max(1e13)
    .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), 'больше двух знаков после запятой')
    .transform((value) => value.toFixed(2)),
]);

const taxPeriod = z.object({ regime: z.enum(TAX_REGIMES), validFrom: optionalDate, validTo: optionalDate });

const bankAccount = z.object({
  account: z.string().max(40),
  bic: text(20),
  bankName: text(300),
  bankCity: text(100),
  corrAccount: text(40),
  currency: z.string().length(3).default('RUB'),
  isMain: z.boolean().default(true),
});

const signatory = z.object({
  role: z.enum(['head', 'accountant', 'other']).default('head'),
  position: text(200),
  lastName: z.string().min(1).max(100),
  firstName: text(100),
  middleName: text(100),
  gender: z.enum(['m', 'f']).nullable().default(null),
  basisType: z.enum(BASIS_TYPES).default('charter'),
  basisNumber: text(100),
  basisDate: optionalDate,
  validFrom: optionalDate,
  validTo: optionalDate,
  scope: z.array(z.enum(SIGN_SCOPES)).default([]),
  overrides: z
    .object({
      positionGen: z.string().max(300).optional(),
      fullNameGen: z.string().max(300).optional(),
      fullNameDat: z.string().max(300).optional(),
      fullNameAcc: z.string().max(300).optional(),
      basisGen: z.string().max(300).optional(),
    })
    .default({}),
  grammarConfirmed: z.boolean().default(false),
});

/** A counterparty as a file brings it; found again by ИНН + КПП, or by `foreignTaxId`. */
export const partyImport = z.object({
  kind: z.enum(PARTY_KINDS).default('org'),
  fullName: text(1000),
  shortName: z.string().min(1).max(300),
  gender: z.enum(GENDERS).optional(),
  inn: text(12),
  kpp: text(9),
  ogrn: text(15),
  ogrnDate: optionalDate,
  okpo: text(14),
  legalAddress: text(500),
  actualAddress: text(500),
  postalAddress: text(500),
  phone: text(100),
  email: text(200),
  contactName: text(200),
  countryCode: z
    .string()
    .regex(/^\d{3}$/u)
    .default('643'),
  foreignTaxId: text(30),
  taxPeriods: z.array(taxPeriod).default([]),
  bankAccounts: z.array(bankAccount).default([]),
  signatories: z.array(signatory).default([]),
  medium: z.enum(MEDIA).default('paper'),
  edoOperator: text(100),
  edoParticipantId: text(100),
  forwarderRegistryNumber: text(50),
  carrierRegistryNumber: text(50),
  stopReason: text(300),
  groupName: text(100),
});
export type PartyImport = z.infer<typeof partyImport>;

export const organisationImport = partyImport.extend({
  business: z.enum(BUSINESSES).default('general'),
  city: z.string().max(100).default('г. Москва'),
  numberPrefix: z.string().max(10).default(''),
  /** Where each number series of this company goes on, by class: the program may not be the first to count. */
  nextNumbers: z.record(z.string(), z.number().int().min(1)).default({}),
});
export type OrganisationImport = z.infer<typeof organisationImport>;

/** A counterparty inside an order: a whole card, or only the ИНН (and КПП) of a known one. */
const partyReference = z.union([
  partyImport,
  z.object({ inn: z.string().min(1).max(12), kpp: z.string().max(9).optional() }),
]);

const orderLine = z.object({
  kind: z.enum(['goods', 'service']).default('goods'),
  code: text(100),
  name: z.string().min(1).max(30_000),
  unitName: z.string().max(50).default('шт'),
  unitCode: text(4),
  quantity: decimal,
  price: roubles,
  discountPercent: z
    .union([z.string().regex(/^\d{1,3}([.,]\d{1,2})?$/u), z.number().min(0).max(100).transform(String)])
    .default('0'),
  vatRate: z.enum(VAT_RATES).nullable().default(null),
  countryCode: text(3),
  customsDeclaration: text(50),
});

const routePoint = z.object({
  kind: z.enum(['loading', 'unloading', 'customs']),
  party: partyReference.nullable().default(null),
  address: text(500),
  contact: text(200),
  phone: text(100),
  date: optionalDate,
  timeFrom: z.union([z.literal(''), z.iso.time({ precision: -1 })]).default(''),
  timeTo: z.union([z.literal(''), z.iso.time({ precision: -1 })]).default(''),
});

const dangerousGoods = z.object({
  unNumber: text(10),
  name: text(300),
  hazardClass: text(20),
  packingGroup: text(10),
  tunnelCode: text(10),
});

const specialPermit = z.object({
  number: text(50),
  validFrom: optionalIsoDate,
  validTo: optionalIsoDate,
  route: text(500),
});

const cargo = z.object({
  name: text(1000),
  state: text(300),
  packaging: text(300),
  places: z.number().int().min(0).max(1_000_000).nullable().default(null),
  marking: text(300),
  grossKg: z.union([z.literal(''), decimal]).default(''),
  netKg: z.union([z.literal(''), decimal]).default(''),
  volumeM3: z.union([z.literal(''), decimal]).default(''),
  declaredValue: roubles.nullable().default(null),
  temperature: text(100),
  massMethod: text(100),
  hsCode: text(20),
  dangerous: z.array(dangerousGoods).max(50).optional(),
  isOversize: z.boolean().optional(),
});

const vehicle = z.object({
  type: text(100),
  make: text(100),
  plate: text(20),
  trailerPlate: text(20),
  capacityT: text(20),
  capacityM3: text(20),
  ownership: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
    .nullable()
    .default(null),
  ownershipDocument: text(300),
  specialPermit: specialPermit.nullable().optional(),
});

const driver = z.object({
  lastName: z.string().min(1).max(100),
  firstName: text(100),
  middleName: text(100),
  inn: text(12),
  phone: text(50),
  licence: text(30),
  passport: text(300),
  licenceValidTo: optionalIsoDate.optional(),
  adrCertificate: z
    .object({ number: text(50), validTo: optionalIsoDate })
    .nullable()
    .optional(),
});

const contract = z.object({
  kind: z.enum(CONTRACT_KINDS),
  number: z.string().min(1).max(100),
  date: z.iso.date(),
  validTo: optionalDate,
  autoProlong: z.boolean().default(true),
  subject: text(1000),
  paymentEvent: z.enum(PAYMENT_EVENTS).default('prepayment'),
  paymentDays: z.number().int().min(0).max(365).default(5),
  paymentDayKind: z.enum(DAY_KINDS).default('working'),
  vatClause: text(500),
  city: text(100),
});

const trip = z.object({
  carrier: partyReference.nullable().default(null),
  route: z.array(routePoint).max(50).default([]),
  cargo: cargo.prefault({}),
  vehicle: vehicle.nullable().default(null),
  driver: driver.nullable().default(null),
  carrierPrice: roubles.nullable().default(null),
  paperException: z.enum(PAPER_EXCEPTIONS).nullable().default(null),
  paperExceptionText: text(300),
  etrnUid: text(100),
  orderUid: text(100),
  requirements: text(500),
  /** Printed for the client and for the carrier alike. */
  specialConditions: text(1000),
  /** The contract that the carrier works under, with our company. */
  carrierContract: contract.nullable().default(null),
  spotQrNumber: text(50).optional(),
});

/** One order of a file: who sells, who buys, what, by which contract and how it travels. `schema order` prints this. */
export const orderImport = z.object({
  externalId: text(100),
  source: z.string().max(50).default('file'),
  number: z.string().min(1).max(100),
  date: z.iso.date(),
  /** ИНН of one of our companies. */
  organisationInn: z.string().min(10).max(12),
  buyer: partyReference,
  contract: contract.nullable().default(null),
  business: z.enum(BUSINESSES).optional(),
  stage: z.string().max(100).default('Новый'),
  currency: z.string().length(3).default('RUB'),
  priceIncludesVat: z.boolean().default(true),
  paymentKind: z.enum(PAYMENT_KINDS).default('prepayment'),
  shipDate: optionalDate,
  dueDate: optionalDate,
  customerReference: text(200),
  comment: text(5000),
  manager: text(200),
  lines: z.array(orderLine).min(1).max(10_000),
  trip: trip.nullable().default(null),
});
export type OrderImport = z.infer<typeof orderImport>;
