import type { Contract } from '#shared/domain/contract/contract.ts';
import { NO_TERMS, type DealTerms } from '#shared/domain/document/deal-terms.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { Cargo, Order, OrderLine, RoutePoint, Trip, Vehicle } from '#shared/domain/order/order.ts';
import type { BankAccount, Party, Signatory } from '#shared/domain/party/party.ts';
import { partyMap } from '#test/helpers/a-source.ts';

/** Puts one defect into a source and leaves the rest as it was. */
export type Plant = (source: DocumentSource) => DocumentSource;

/** A party stands in the source and in its map of parties; both must show the defect. */
const withParty = (source: DocumentSource, party: Party): ReadonlyMap<Party['id'], Party> =>
  partyMap(...source.partiesById.values(), party);

export const terms =
  (patch: Partial<DealTerms>): Plant =>
  (source) => ({ ...source, terms: { ...(source.terms ?? NO_TERMS), ...patch } });

export const delivery =
  (patch: Partial<DealTerms['delivery']>): Plant =>
  (source) =>
    terms({ delivery: { ...(source.terms ?? NO_TERMS).delivery, ...patch } })(source);

export const purchase =
  (patch: Partial<DealTerms['purchase']>): Plant =>
  (source) =>
    terms({ purchase: { ...(source.terms ?? NO_TERMS).purchase, ...patch } })(source);

export const seller =
  (patch: Partial<Party>): Plant =>
  (source) => {
    const party = { ...source.organisation.party, ...patch };
    return { ...source, organisation: { ...source.organisation, party }, partiesById: withParty(source, party) };
  };

export const buyer =
  (patch: Partial<Party>): Plant =>
  (source) => {
    const party = { ...source.buyer, ...patch };
    return { ...source, buyer: party, partiesById: withParty(source, party) };
  };

const first = <T>(items: readonly T[], patch: Partial<T>): T[] =>
  items.map((item, index) => (index === 0 ? { ...item, ...patch } : item));

export const sellerSigns =
  (patch: Partial<Signatory>): Plant =>
  (source) =>
    seller({ signatories: first(source.organisation.party.signatories, patch) })(source);

export const buyerSigns =
  (patch: Partial<Signatory>): Plant =>
  (source) =>
    buyer({ signatories: first(source.buyer.signatories, patch) })(source);

export const sellerAccount =
  (patch: Partial<BankAccount>): Plant =>
  (source) =>
    seller({ bankAccounts: first(source.organisation.party.bankAccounts, patch) })(source);

export const order =
  (patch: Partial<Order>): Plant =>
  (source) => ({ ...source, order: { ...source.order, ...patch } });

export const line =
  (patch: Partial<OrderLine>, at = 0): Plant =>
  (source) =>
    order({ lines: source.order.lines.map((each, index) => (index === at ? { ...each, ...patch } : each)) })(source);

export const contract =
  (patch: Partial<Contract>): Plant =>
  (source) => ({ ...source, contract: source.contract && { ...source.contract, ...patch } });

export const trip =
  (patch: Partial<Trip>): Plant =>
  (source) =>
    order({ trip: source.order.trip && { ...source.order.trip, ...patch } })(source);

export const cargo =
  (patch: Partial<Cargo>): Plant =>
  (source) =>
    source.order.trip ? trip({ cargo: { ...source.order.trip.cargo, ...patch } })(source) : source;

export const vehicle =
  (patch: Partial<Vehicle>): Plant =>
  (source) =>
    source.order.trip?.vehicle ? trip({ vehicle: { ...source.order.trip.vehicle, ...patch } })(source) : source;

export const point =
  (at: number, patch: Partial<RoutePoint>): Plant =>
  (source) =>
    trip({
      route: (source.order.trip?.route ?? []).map((each, index) => (index === at ? { ...each, ...patch } : each)),
    })(source);

export const all =
  (...plants: readonly Plant[]): Plant =>
  (source) =>
    plants.reduce((planted, plant) => plant(planted), source);

export const nothing: Plant = (source) => source;
