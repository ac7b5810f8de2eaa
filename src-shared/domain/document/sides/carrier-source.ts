import type { IsoDate } from '../../../kernel/date.ts';
import type { VatRate, VatSplit } from '../../../kernel/vat.ts';
import type { Contract } from '../../contract/contract.ts';
import { nameInnKpp } from '../../grammar/party-lines.ts';
import type { Cargo, Driver, Order, RoutePoint, Vehicle } from '../../order/order.ts';
import type { Organisation, Party } from '../../party/party.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import type { DocumentSource } from '../document-source.ts';
import type { DocumentKind } from '../document.ts';
import { carrierMoney } from './carrier-money.ts';
import { isOfClient } from './free-words.ts';

/** A point of the route as a stranger may know it: who stands there, where, when, whom to ask for. */
export type RequestPoint = Omit<RoutePoint, 'partyId'> & {
  /** «ООО «Ромашка», ИНН …» of who loads or unloads; empty where nobody is named. */
  readonly name: string;
};

/** What a request for carriage tells of the trip, to whomever it is sent. */
export type RequestTrip = {
  readonly points: readonly RequestPoint[];
  readonly cargo: Cargo;
  readonly vehicle: Vehicle | null;
  readonly driver: Driver | null;
  readonly requirements: string;
  readonly specialConditions: string;
  readonly orderUid: string;
};

/**
 * Everything a carrier's paper is made from. There is no client in it: neither his price, nor his contract, nor his card
 * (documents.md §7). `carrierSourceOf` is the only way to get one.
 */
export type CarrierSource = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly mark: string;
  readonly organisation: Organisation;
  readonly carrier: Party | null;
  /** Our contract with the carrier. */
  readonly contract: Contract | null;
  /** Our logist who leads the trip. */
  readonly managerName: string;
  readonly trip: RequestTrip | null;
  /** What the carrier gets; null while it is not agreed. */
  readonly money: (VatSplit & { readonly rate: VatRate }) | null;
  /** Tells values typed by hand from those of the CRM. */
  readonly marks: Pick<Order, 'manualFields' | 'sourceSystem'>;
};

/** Who stands at a point, and whom to call there: our logist in the place of the client's own people. */
const pointOf = (source: DocumentSource, { partyId, ...point }: RoutePoint): RequestPoint => {
  const party = partyId === null ? null : (source.partiesById.get(partyId) ?? null);
  const name = party === null ? '' : nameInnKpp(party);
  if (!isOfClient(source.buyer, point.contact) && !isOfClient(source.buyer, point.phone)) return { ...point, name };
  return { ...point, name, contact: source.order.managerName, phone: source.organisation.party.phone };
};

/** The only door to a carrier's paper: what is not copied here, he never reads. */
export const carrierSourceOf = (source: DocumentSource): CarrierSource => {
  const { order, organisation } = source;
  const { trip } = order;
  return {
    kind: source.kind,
    number: source.number,
    date: source.date,
    mark: source.mark,
    organisation,
    carrier: tripRoles(source).carrier,
    contract: source.carrierContract ?? null,
    managerName: order.managerName,
    trip: trip && {
      points: trip.route
        .toSorted((left, right) => left.position - right.position)
        .map((point) => pointOf(source, point)),
      cargo: trip.cargo,
      vehicle: trip.vehicle,
      driver: trip.driver,
      requirements: trip.requirements,
      specialConditions: trip.specialConditions,
      orderUid: trip.orderUid,
    },
    money: carrierMoney(source),
    marks: { manualFields: order.manualFields, sourceSystem: order.sourceSystem },
  };
};
