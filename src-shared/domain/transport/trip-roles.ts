import type { DocumentSource } from '../document/document-source.ts';
import type { RoutePoint } from '../order/order.ts';
import type { Party } from '../party/party.ts';

/** Who is who on a carriage; null where the order does not say. */
export type TripRoles = {
  readonly consignor: Party | null;
  readonly consignee: Party | null;
  readonly carrier: Party | null;
  readonly loading: RoutePoint | null;
  readonly unloading: RoutePoint | null;
};

export type TripSource = Pick<DocumentSource, 'organisation' | 'buyer' | 'order' | 'partiesById'>;

const partyOf = (source: TripSource, id: string | null): Party | null => {
  if (id === null) return null;
  if (id === source.organisation.party.id) return source.organisation.party;
  if (id === source.buyer.id) return source.buyer;
  for (const [key, party] of source.partiesById) if (key === id) return party;
  return null;
};

/**
 * Consignor of the first loading and consignee of the last unloading. A seller who ships his own goods to his buyer
 * need not name them on the points; a forwarder must, for the goods are neither his nor his customer's.
 */
export const tripRoles = (source: TripSource): TripRoles => {
  const route = source.order.trip?.route ?? [];
  const loading = route.find((point) => point.kind === 'loading') ?? null;
  const unloading = route.findLast((point) => point.kind === 'unloading') ?? null;
  const isForwarding = source.order.business === 'freight';
  return {
    consignor: loading?.partyId ? partyOf(source, loading.partyId) : isForwarding ? null : source.organisation.party,
    consignee: unloading?.partyId ? partyOf(source, unloading.partyId) : isForwarding ? null : source.buyer,
    carrier: partyOf(source, source.order.trip?.carrierId ?? null),
    loading,
    unloading,
  };
};
