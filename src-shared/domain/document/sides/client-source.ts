import type { Order, Trip } from '../../order/order.ts';
import type { Party } from '../../party/party.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import type { DocumentSource } from '../document-source.ts';

/**
 * What the papers of a client are made from: a source whose type has neither the carrier's price nor the contract with
 * him (documents.md §7). Views of freight papers take this type.
 */
export type ClientSource = Omit<DocumentSource, 'order' | 'carrierContract'> & {
  readonly order: Omit<Order, 'trip'> & { readonly trip: Omit<Trip, 'carrierPrice'> | null };
};

const withoutContacts = (party: Party): Party => ({ ...party, phone: '', email: '', contactName: '' });

const withoutContactsOf = (source: DocumentSource, hidden: readonly Party[]): DocumentSource['partiesById'] =>
  hidden.length === 0
    ? source.partiesById
    : new Map(
        [...source.partiesById].map(([id, party]) => [
          id,
          hidden.some((one) => one.id === id) ? withoutContacts(party) : party,
        ]),
      );

/** A carrier who is a stranger to the client: neither of us, nor he who sends or gets the cargo. */
const strangeCarrier = (source: DocumentSource): Party[] => {
  const { carrier, consignor, consignee } = tripRoles(source);
  const known = [source.organisation.party.id, source.buyer.id, consignor?.id, consignee?.id];
  return carrier === null || known.includes(carrier.id) ? [] : [carrier];
};

const withoutCarrierTerms = (source: DocumentSource, hidden: readonly Party[]): DocumentSource => ({
  ...source,
  carrierContract: null,
  partiesById: withoutContactsOf(source, hidden),
  order: { ...source.order, trip: source.order.trip && { ...source.order.trip, carrierPrice: null } },
});

/** The only door to a client's paper: the carrier's price, contract and contacts stay behind. */
export const clientSourceOf = (source: DocumentSource): DocumentSource =>
  withoutCarrierTerms(source, strangeCarrier(source));

/**
 * The door to a paper that travels with the cargo and is read by all: no price of the carriage at all, and a forwarder
 * introduces his client and his carrier to each other by requisites alone. Who sells goods and hires a carrier for them
 * hides nothing.
 */
export const sharedSourceOf = (source: DocumentSource): DocumentSource => {
  if (source.order.business !== 'freight') return withoutCarrierTerms(source, []);
  const { consignor, consignee } = tripRoles(source);
  const isOnRoute = [consignor?.id, consignee?.id].includes(source.buyer.id);
  const hidden = [...strangeCarrier(source), ...(isOnRoute ? [] : [source.buyer])];
  const bare = withoutCarrierTerms(source, hidden);
  return {
    ...bare,
    buyer: isOnRoute ? source.buyer : withoutContacts(source.buyer),
    order: { ...bare.order, lines: bare.order.lines.filter(({ kind }) => kind === 'goods'), comment: '' },
  };
};
