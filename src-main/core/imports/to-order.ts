import type { OrderImport } from '#shared/contract/imports.ts';
import type { Business } from '#shared/domain/party/party.ts';
import type { Order, OrderLine, Trip } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { decimalToText, parseDecimal } from '#shared/kernel/decimal.ts';
import type { ContractId, OrderId, PartyId } from '#shared/kernel/id.ts';
import { parseMoney, type Kopecks } from '#shared/kernel/money.ts';

/** Who stands behind the references of an imported order. */
export type ResolvedParties = {
  readonly organisationId: PartyId;
  readonly organisationBusiness: Business;
  readonly buyerId: PartyId;
  readonly carrierId: PartyId | null;
  readonly routePartyIds: readonly (PartyId | null)[];
  readonly contractId: ContractId | null;
};

// The schema let only such texts through, so that a failure here is a mistake of the program.
const money = (text: string): Kopecks => {
  const parsed = parseMoney(text);
  return requireDefined(parsed.ok ? parsed.value : null, 'a sum that the schema accepted');
};
const decimal = (text: string): string => {
  const parsed = parseDecimal(text);
  return decimalToText(requireDefined(parsed.ok ? parsed.value : null, 'a number that the schema accepted'));
};
const decimalOrEmpty = (text: string): string => (text === '' ? '' : decimal(text));
const dateOrNull = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text));

const lineOf = (line: OrderImport['lines'][number], index: number): OrderLine => ({
  ...line,
  position: index + 1,
  quantity: decimal(line.quantity),
  price: money(line.price),
  discountPercent: decimal(line.discountPercent),
});

const tripOf = (trip: NonNullable<OrderImport['trip']>, resolved: ResolvedParties): Trip => ({
  carrierId: resolved.carrierId,
  route: trip.route.map(({ party: _party, ...point }, index) => ({
    ...point,
    position: index + 1,
    partyId: resolved.routePartyIds[index] ?? null,
    date: dateOrNull(point.date),
  })),
  cargo: {
    ...trip.cargo,
    grossKg: decimalOrEmpty(trip.cargo.grossKg),
    netKg: decimalOrEmpty(trip.cargo.netKg),
    volumeM3: decimalOrEmpty(trip.cargo.volumeM3),
    declaredValue: trip.cargo.declaredValue === null ? null : money(trip.cargo.declaredValue),
  },
  vehicle: trip.vehicle,
  driver: trip.driver,
  carrierPrice: trip.carrierPrice === null ? null : money(trip.carrierPrice),
  paperException: trip.paperException,
  paperExceptionText: trip.paperExceptionText,
  etrnUid: trip.etrnUid,
  orderUid: trip.orderUid,
  spotQrNumber: trip.spotQrNumber,
  requirements: trip.requirements,
  specialConditions: trip.specialConditions,
});

/** What makes an order of a file the same one when the file comes again. */
export const externalIdOf = ({ externalId, organisationInn, number, date }: OrderImport): string =>
  externalId || `${organisationInn}/${number}/${date}`;

/** An order of a file as ours, once its parties are known. */
export const importToOrder = (
  entry: OrderImport,
  resolved: ResolvedParties,
  id: OrderId,
  known: Order | null,
): Order => ({
  id,
  organisationId: resolved.organisationId,
  partyId: resolved.buyerId,
  number: entry.number,
  date: isoDate(entry.date),
  business: entry.business ?? resolved.organisationBusiness,
  stage: entry.stage,
  currency: entry.currency,
  priceIncludesVat: entry.priceIncludesVat,
  paymentKind: entry.paymentKind,
  contractId: resolved.contractId,
  shipDate: dateOrNull(entry.shipDate),
  dueDate: dateOrNull(entry.dueDate),
  customerReference: entry.customerReference,
  comment: entry.comment,
  managerName: entry.manager,
  lines: entry.lines.map(lineOf),
  trip: entry.trip === null ? null : tripOf(entry.trip, resolved),
  sourceSystem: entry.source,
  externalId: externalIdOf(entry),
  manualFields: {},
  revision: known === null ? 1 : known.revision + 1,
});
