import type { Pace } from './pace.ts';

/** Seconds between tries of what did not get through (crm.md §4.3). */
const STEPS = [2, 5, 15, 60, 300, 900, 1_800] as const;

export type Backoff = {
  /** Another failure in a row: the moment of the next try, ±50 %. */
  readonly failed: () => number;
  readonly worked: () => void;
};

export const createBackoff = (pace: Pace): Backoff => {
  let failures = 0;
  return {
    failed: () => {
      const seconds = STEPS[Math.min(failures, STEPS.length - 1)] ?? 1_800;
      failures += 1;
      return pace.now() + Math.round(seconds * 1_000 * (0.5 + pace.random()));
    },
    worked: () => {
      failures = 0;
    },
  };
};
