const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** crm.md §4.3: then every 30 minutes. */
const STEPS = [2 * SECOND, 5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE] as const;

/** Pause before the next try in ms, ±50 %. `failures`: tries without success so far, from 1; `random`: 0 ≤ x < 1. */
export const backoffMs = (failures: number, random: number): number => {
  const step = STEPS[Math.min(Math.max(failures, 1), STEPS.length) - 1] ?? STEPS[0];
  return Math.round(step * (0.5 + random));
};

/** A write without an answer may still be at work on the server for so long (crm.md §4.3). */
export const UNCLEAR_MS = 75 * SECOND;

/** A reconciliation that would lose more than this stops and asks: a changed role looks exactly so (crm.md §1.7). */
export const isSuspiciousLoss = (missing: number, known: number): boolean =>
  missing > 200 || (missing > 3 && missing > known * 0.02);
