import { setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '#main/sync/transport/pace.ts';

/** The time of this machine, for limits and pauses. */
export const systemPace: Pace = {
  now: Date.now,
  sleep: async (ms, signal) => {
    if (signal.aborted) return;
    // A pause that was called off ends early; that is no failure.
    await wait(ms, undefined, { signal }).catch(() => undefined);
  },
  random: Math.random,
};
