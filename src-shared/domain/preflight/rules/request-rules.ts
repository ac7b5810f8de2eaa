import type { DocumentKind } from '../../document/document.ts';
import { isCarrierPaper } from '../../document/sides/document-side.ts';
import type { Trip } from '../../order/order.ts';
import type { Facts } from '../facts.ts';
import { CARRIAGE_REQUESTS } from '../kind-groups.ts';
import { block, type Found, type Rule } from '../rule.ts';
import { withTrip } from './with-trip.ts';

const REQUESTS: readonly DocumentKind[] = [...CARRIAGE_REQUESTS, 'proxy-carriage'];

/** A request tells what is carried and from where to where (documents.md §7 (6)). */
const whatIsCarried = (trip: Trip): Found[] => [
  ...(trip.route.some(({ kind }) => kind === 'loading') ? [] : [block('trip.loadingMissing', 'order.trip.route', {})]),
  ...(trip.route.some(({ kind }) => kind === 'unloading')
    ? []
    : [block('trip.unloadingMissing', 'order.trip.route', {})]),
  ...(trip.cargo.name.trim() === '' ? [block('cargo.nameMissing', 'order.trip.cargo.name', {})] : []),
];

const request = ({ source }: Facts): Found[] => {
  const { trip } = source.order;
  return trip === null ? [block('trip.missing', 'order.trip', {})] : whatIsCarried(trip);
};

/** A carrier's paper without a carrier, or without what he is paid, binds nobody. */
const carrier = ({ roles, seller }: Facts): Found[] => {
  const carriesItself = roles.carrier?.id === seller.id;
  return roles.carrier === null || carriesItself ? [block('trip.carrierMissing', 'order.trip.carrierId', {})] : [];
};

const price = (_facts: Facts, trip: Trip): Found[] =>
  trip.carrierPrice === null ? [block('carrier.priceMissing', 'order.trip.carrierPrice', {})] : [];

/** R-F1 of заявки, договоры-заявки and the carrier's contract. */
export const REQUEST_RULES: readonly Rule[] = [
  { id: 'R-F1', kinds: REQUESTS, check: request },
  { id: 'R-F1', kinds: [...CARRIAGE_REQUESTS.filter(isCarrierPaper), 'contract-carrier'], check: carrier },
  { id: 'R-F1', kinds: CARRIAGE_REQUESTS.filter(isCarrierPaper), check: withTrip(price) },
];
