import type { Pace } from './pace.ts';

/** Битрикс24 counts requests of a whole office address: +1 each, minus `drainPerSecond`, refused above `capacity` (crm.md §1.3). */
export type BucketRules = {
  readonly capacity: number;
  readonly drainPerSecond: number;
  /** How full the bucket is taken to be at the start: the one on the server survived our restart, and colleagues share it. */
  readonly filledAtStart: number;
};

/** One place of the fifty stays empty: two clocks that count fractions of a second never agree to the last one. */
export const BITRIX24_BUCKET: BucketRules = { capacity: 49, drainPerSecond: 2, filledAtStart: 40 };

/** After a refusal somebody else is drawing on the same bucket: for this long we take a quarter of the speed. */
const CAREFUL_MS = 600_000;
const CAREFUL_SHARE = 0.25;
/** One second, doubled with each refusal in a row, at most a minute. */
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export type LeakyBucket = {
  /** Takes a place now and says how many milliseconds to wait before sending. */
  readonly take: () => number;
  /** How long a request that is asked for now would wait; takes nothing. */
  readonly wait: () => number;
  /** The server refused: everything waits. Answers the moment until which. */
  readonly refused: () => number;
  readonly accepted: () => void;
};

export const createLeakyBucket = (rules: BucketRules, pace: Pace): LeakyBucket => {
  let level = rules.filledAtStart;
  let countedAt = pace.now();
  let pausedUntil = 0;
  let carefulUntil = 0;
  let refusals = 0;

  const drain = (): void => {
    const now = pace.now();
    const speed = rules.drainPerSecond * (now < carefulUntil ? CAREFUL_SHARE : 1);
    level = Math.max(0, level - ((now - countedAt) / 1_000) * speed);
    countedAt = now;
  };
  const wait = (): number => {
    drain();
    const speed = rules.drainPerSecond * (pace.now() < carefulUntil ? CAREFUL_SHARE : 1);
    const excess = level + 1 - rules.capacity;
    return Math.max(0, pausedUntil - pace.now(), Math.ceil((excess / speed) * 1_000));
  };
  return {
    wait,
    take: () => {
      const ms = wait();
      level += 1;
      return ms;
    },
    refused: () => {
      drain();
      const jitter = 0.5 + pace.random();
      const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** refusals * jitter);
      refusals += 1;
      level = rules.capacity;
      carefulUntil = pace.now() + CAREFUL_MS;
      pausedUntil = Math.max(pausedUntil, pace.now() + Math.ceil(pause));
      return pausedUntil;
    },
    accepted: () => {
      refusals = 0;
    },
  };
};
