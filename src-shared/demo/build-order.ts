import type { z } from 'zod';
import type { orderImport } from '../contract/imports.ts';
import { unitByName } from '../domain/units/okei.ts';
import { addDays, formatDate, yearOf, type IsoDate } from '../kernel/date.ts';
import { ORGANISATIONS, type OrganisationKey } from './organisations.ts';
import { managerName } from './people.ts';
import { createParties } from './parties.ts';
import type { PartyInput } from './cards.ts';
import type { ContractSpec, Day, LineSpec, OrderBook, OrderSpec, Place, PointSpec, TripSpec } from './specs.ts';
import { VEHICLES } from './vehicles.ts';

/** An order as a stranger's file would bring it. */
export type OrderInput = z.input<typeof orderImport>;
type LineInput = OrderInput['lines'][number];
type TripInput = NonNullable<OrderInput['trip']>;
type PointInput = NonNullable<TripInput['route']>[number];

const VAT_CLAUSE = 'Цена включает НДС по ставке, установленной законодательством РФ на дату отгрузки (оказания услуг)';

/** Turns the orders of one business into import shape, with every day counted from `today`. */
export const buildOrders = (book: OrderBook, today: IsoDate): OrderInput[] => {
  const desk = createDesk(book.organisation, today);
  return book.orders.map((order) => ({
    externalId: `demo-${order.number}`,
    source: 'demo',
    number: order.number,
    date: desk.date(order.placed),
    organisationInn: desk.organisation.inn,
    buyer: desk.reference(order.buyer),
    contract: contractOf(desk, order.contract ?? book.contracts[order.buyer]),
    business: book.organisation,
    stage: order.stage,
    priceIncludesVat: order.vatOnTop !== true,
    paymentKind: order.payment,
    shipDate: order.shipped === undefined ? null : desk.date(order.shipped),
    dueDate: order.due === null ? null : desk.date(order.due),
    customerReference: order.reference ?? '',
    comment: order.comment ?? '',
    manager: managerName(order.manager),
    lines: order.lines.map((line) => lineOf(desk, line)),
    trip: order.trip === undefined ? null : tripOf(desk, book, order, order.trip),
  }));
};

type Desk = ReturnType<typeof createDesk>;

const createDesk = (key: OrganisationKey, today: IsoDate) => {
  const organisation = ORGANISATIONS[key];
  const parties: Readonly<Record<string, PartyInput>> = createParties(today);
  const card = (place: Place): PartyInput => (place === 'own' ? organisation : (parties[place] ?? organisation));
  return {
    organisation,
    card,
    date: (day: Day): IsoDate => addDays(today, day),
    /** A known company by its ИНН alone; a foreign one has none and comes as the whole card. */
    reference: (place: Place): OrderInput['buyer'] => {
      const { inn } = card(place);
      return inn ? { inn } : card(place);
    },
  };
};

const contractOf = (desk: Desk, contract: ContractSpec | undefined, ending = ''): OrderInput['contract'] => {
  if (contract === undefined) return null;
  const date = desk.date(contract.signed);
  return {
    kind: contract.kind,
    number: `${contract.n}${ending}/${String(yearOf(date) % 100).padStart(2, '0')}`,
    date,
    validTo: contract.validTo === undefined ? null : desk.date(contract.validTo),
    autoProlong: contract.validTo === undefined,
    subject: contract.subject,
    paymentEvent: contract.event,
    paymentDays: contract.days,
    paymentDayKind: contract.event === 'prepayment' ? 'working' : 'calendar',
    vatClause: contract.vatClause ?? VAT_CLAUSE,
    city: desk.organisation.city,
  };
};

const lineOf = (desk: Desk, line: LineSpec): LineInput => ({
  kind: line.kind,
  code: line.code ?? '',
  name: line.on === undefined ? line.name : `${line.name} ${formatDate(desk.date(line.on))}`,
  unitName: line.unit,
  unitCode: unitByName(line.unit)?.code ?? '',
  quantity: line.quantity,
  price: line.price,
  discountPercent: line.discount ?? '0',
  vatRate: line.vatRate ?? null,
});

const tripOf = (desk: Desk, book: OrderBook, order: OrderSpec, trip: TripSpec): TripInput => {
  const assigned = trip.vehicle === null ? null : VEHICLES[trip.vehicle];
  const uid = (series: string): string =>
    trip.isElectronic ? `00000000-${series}-4000-8000-00000000${order.number}` : '';
  return {
    carrier: desk.reference(trip.carrier),
    route: trip.route.map((point) => pointOf(desk, point)),
    cargo: { state: 'без повреждений', massMethod: 'взвешивание', ...trip.cargo },
    vehicle: assigned?.vehicle ?? null,
    driver: assigned?.driver ?? null,
    carrierPrice: trip.carrierPrice ?? null,
    paperException: trip.paperException ?? null,
    etrnUid: uid('0001'),
    orderUid: uid('0002'),
    requirements: trip.requirements ?? '',
    carrierContract: trip.carrier === 'own' ? null : contractOf(desk, book.carrierContracts?.[trip.carrier], '-П'),
  };
};

const pointOf = (desk: Desk, point: PointSpec): PointInput => {
  const card = point.party === null ? null : desk.card(point.party);
  const [timeFrom = '', timeTo = ''] = point.time.split('–');
  return {
    kind: point.kind,
    party: point.party === null ? null : desk.reference(point.party),
    address: point.address ?? card?.actualAddress ?? '',
    contact: card?.contactName ?? '',
    phone: card?.phone ?? '',
    date: desk.date(point.day),
    timeFrom,
    timeTo,
  };
};
