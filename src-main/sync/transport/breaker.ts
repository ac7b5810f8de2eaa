import type { Pace } from './pace.ts';

/** МойСклад switches access off after 200 equal failures a minute (crm.md §2); we stop long before. */
const EQUAL_FAILURES = 20;
const REST_MS = 600_000;

export type Breaker = {
  /** The moment until which this request must not be made; null: go. */
  readonly closedUntil: (what: string) => number | null;
  readonly failed: (what: string) => void;
  readonly worked: (what: string) => void;
};

/** Counts failures of one and the same request in a row. `what`: method and path without ids and secrets. */
export const createBreaker = (pace: Pace): Breaker => {
  const failures = new Map<string, { readonly count: number; readonly at: number }>();
  return {
    closedUntil: (what) => {
      const seen = failures.get(what);
      if (seen === undefined || seen.count < EQUAL_FAILURES) return null;
      const until = seen.at + REST_MS;
      // After the rest one try is let through; a failure closes it again at once.
      return pace.now() < until ? until : null;
    },
    failed: (what) => {
      failures.set(what, { count: (failures.get(what)?.count ?? 0) + 1, at: pace.now() });
    },
    worked: (what) => {
      failures.delete(what);
    },
  };
};
