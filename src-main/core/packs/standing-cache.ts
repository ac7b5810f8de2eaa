import type { Order } from '#shared/domain/order/order.ts';
import type { CoreDeps } from '../deps.ts';
import { standingOf, type Standing } from './standing.ts';

/** Standings of many orders for lists; each is computed again only when something it depends on was written. */
export type StandingCache = {
  readonly of: (order: Order) => Standing;
  /** Called after every write of this core, the only writer of the base. */
  readonly forget: () => void;
};

/**
 * A list of hundreds of orders asks for every standing at each refresh, and a standing runs some forty rules per
 * document. The core is the base's only writer, so the cache is simply emptied by a write and by a new day.
 */
export const createStandingCache = (deps: Pick<CoreDeps, 'base' | 'clock' | 'hash'>): StandingCache => {
  const standings = new Map<string, Standing>();
  let day = deps.clock.today();
  return {
    of: (order) => {
      const today = deps.clock.today();
      if (today !== day) {
        standings.clear();
        day = today;
      }
      const known = standings.get(order.id);
      if (known) return known;
      const standing = standingOf(deps, order);
      standings.set(order.id, standing);
      return standing;
    },
    forget: () => standings.clear(),
  };
};
