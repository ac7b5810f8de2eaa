import type { Trip } from '../../order/order.ts';
import type { Facts } from '../facts.ts';
import type { Found } from '../rule.ts';

/** A check of the carriage; an order without one has nothing to find. */
export const withTrip =
  (check: (facts: Facts, trip: Trip) => Found[]) =>
  (facts: Facts): Found[] =>
    facts.source.order.trip ? check(facts, facts.source.order.trip) : [];
