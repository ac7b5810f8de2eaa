import type { Pace } from './pace.ts';

/** A window of МойСклад, milliseconds. */
const WINDOW_MS = 3_000;
/** Colleagues and the browser of the same employee draw on the same limit. */
const OUR_SHARE = 0.7;
/** Requests of a user's token in one window, by the day from which it holds (crm.md §2): known before the server says it. */
const LIMITS: readonly (readonly [from: number, requests: number])[] = [
  [Date.parse('2026-12-01T00:00:00+03:00'), 11],
  [Date.parse('2026-09-01T00:00:00+03:00'), 15],
  [0, 22],
];
/** Parallel requests: the service allows five of a user. */
const PARALLEL = 2;

export type HeaderBudget = {
  /** Takes a place in the window now and says how many milliseconds to wait before sending. */
  readonly take: () => number;
  readonly wait: () => number;
  /** Headers of any answer. */
  readonly read: (headers: Readonly<Record<string, string>>) => void;
  /** 429 / 1049: everything waits. Answers until when. */
  readonly refused: (headers: Readonly<Record<string, string>>) => number;
  /** 429 / 1073: one request less at a time. */
  readonly tooParallel: () => void;
  readonly parallel: () => number;
};

/** Follows what the headers say and stays below what the calendar says, whichever is less. */
export const createHeaderBudget = (pace: Pace): HeaderBudget => {
  let sentAt: readonly number[] = [];
  let pausedUntil = 0;
  let parallel = PARALLEL;

  const allowance = (): number => {
    const limit = LIMITS.find(([from]) => pace.now() >= from)?.[1] ?? 11;
    return Math.max(1, Math.floor(limit * OUR_SHARE));
  };
  /** Moments in the future count as well: requests that wait for their place. */
  const nextPlace = (): number => {
    const now = pace.now();
    sentAt = sentAt.filter((at) => at > now - WINDOW_MS);
    const most = allowance();
    const freeAt = sentAt.length < most ? now : (sentAt[sentAt.length - most] ?? now) + WINDOW_MS;
    return Math.max(now, pausedUntil, freeAt);
  };
  return {
    wait: () => nextPlace() - pace.now(),
    take: () => {
      const at = nextPlace();
      sentAt = [...sentAt, at];
      return at - pace.now();
    },
    read: (headers) => {
      const limit = numberIn(headers, 'x-ratelimit-limit');
      const remaining = numberIn(headers, 'x-ratelimit-remaining');
      if (limit === null || remaining === null || remaining > limit * (1 - OUR_SHARE)) return;
      const reset = numberIn(headers, 'x-lognex-reset') ?? WINDOW_MS;
      pausedUntil = Math.max(pausedUntil, pace.now() + reset);
    },
    refused: (headers) => {
      const retry = numberIn(headers, 'x-lognex-retry-after') ?? WINDOW_MS;
      pausedUntil = Math.max(pausedUntil, pace.now() + retry);
      return pausedUntil;
    },
    tooParallel: () => {
      parallel = Math.max(1, parallel - 1);
    },
    parallel: () => parallel,
  };
};

const numberIn = (headers: Readonly<Record<string, string>>, name: string): number | null => {
  const value = Number.parseFloat(headers[name] ?? '');
  return Number.isFinite(value) && value >= 0 ? value : null;
};
