import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { ContractId, OrderId, PartyId } from '#shared/kernel/id.ts';
import type { Cargo, Order, OrderLine, RoutePoint, Trip } from '#shared/domain/order/order.ts';
import { flag, json, money, whole } from './columns.ts';
import { contracts, organisations, parties } from './parties.ts';

export const orders = sqliteTable('orders', {
  seq: integer().primaryKey(),
  id: text().$type<OrderId>().notNull().unique(),
  organisationId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => organisations.partyId),
  partyId: text()
    .$type<PartyId>()
    .notNull()
    .references(() => parties.id),
  number: text().notNull(),
  date: text().$type<IsoDate>().notNull(),
  business: text().$type<Order['business']>().notNull(),
  stage: text().notNull(),
  currency: text().notNull(),
  priceIncludesVat: flag().notNull(),
  paymentKind: text().$type<Order['paymentKind']>().notNull(),
  contractId: text()
    .$type<ContractId>()
    .references(() => contracts.id),
  shipDate: text().$type<IsoDate>(),
  dueDate: text().$type<IsoDate>(),
  customerReference: text().notNull(),
  comment: text().notNull(),
  managerName: text().notNull(),
  sourceSystem: text().notNull(),
  externalId: text().notNull(),
  manualFields: json().$type<Order['manualFields']>().notNull(),
  revision: whole().notNull(),
  /** Totals of the lines, computed by the domain and given by the caller of `save`: lists do not read lines. */
  sum: money().notNull(),
  vat: money().notNull(),
  searchText: text().notNull(),
});

const orderId = () =>
  text()
    .$type<OrderId>()
    .notNull()
    .references(() => orders.id);

export const orderLines = sqliteTable(
  'order_lines',
  {
    orderId: orderId(),
    position: whole().notNull(),
    kind: text().$type<OrderLine['kind']>().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    unitName: text().notNull(),
    unitCode: text().notNull(),
    quantity: text().notNull(),
    price: money().notNull(),
    discountPercent: text().notNull(),
    vatRate: text().$type<OrderLine['vatRate']>(),
    countryCode: text().notNull(),
    customsDeclaration: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.position] })],
);

export const trips = sqliteTable('trips', {
  orderId: text()
    .$type<OrderId>()
    .primaryKey()
    .references(() => orders.id),
  carrierId: text()
    .$type<PartyId>()
    .references(() => parties.id),
  vehicle: json().$type<Trip['vehicle']>(),
  driver: json().$type<Trip['driver']>(),
  carrierPrice: money(),
  paperException: text().$type<Trip['paperException']>(),
  paperExceptionText: text().notNull(),
  etrnUid: text().notNull(),
  orderUid: text().notNull(),
  spotQrNumber: text(),
  requirements: text().notNull().default(''),
  specialConditions: text().notNull().default(''),
});

export const cargo = sqliteTable('cargo', {
  orderId: text()
    .$type<OrderId>()
    .primaryKey()
    .references(() => trips.orderId),
  name: text().notNull(),
  state: text().notNull(),
  packaging: text().notNull(),
  places: whole(),
  marking: text().notNull(),
  grossKg: text().notNull(),
  netKg: text().notNull(),
  volumeM3: text('volume_m3').notNull(),
  declaredValue: money(),
  temperature: text().notNull(),
  massMethod: text().notNull(),
  dangerous: json().$type<Cargo['dangerous'] | null>(),
  isOversize: flag(),
  hsCode: text().notNull().default(''),
});

export const routePoints = sqliteTable(
  'route_points',
  {
    orderId: text()
      .$type<OrderId>()
      .notNull()
      .references(() => trips.orderId),
    position: whole().notNull(),
    kind: text().$type<RoutePoint['kind']>().notNull(),
    partyId: text()
      .$type<PartyId>()
      .references(() => parties.id),
    address: text().notNull(),
    contact: text().notNull(),
    phone: text().notNull(),
    date: text().$type<IsoDate>(),
    timeFrom: text().notNull(),
    timeTo: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.position] })],
);
