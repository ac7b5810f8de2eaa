import type { Pace } from './pace.ts';

/** Seconds of server time that one method may take in ten minutes; Битрикс24 counts per method and webhook (crm.md §1.3). */
const LIMIT_SECONDS = 480;
/** Above this share a batch is halved; a batch that would pass the second one is not sent before the server has forgotten some. */
const CAREFUL_SHARE = 0.7;
const STOP_SHARE = 0.9;
/** A batch is measured by its time, not by its length. */
const TARGET_SECONDS = 15;
const MOST_COMMANDS = 25;
const JITTER_MS = 1_000;

type MethodUse = {
  readonly operating: number;
  readonly resetAt: number;
  readonly secondsPerCall: number;
};

export type OperatingBudget = {
  /** Milliseconds until the method may be called at all; 0: now. */
  readonly wait: (method: string) => number;
  /** How many commands of the method the next batch should hold: 1 … 25. */
  readonly batchSize: (method: string) => number;
  /** What an answer said: `operating` seconds so far, and when some are forgotten (unix seconds). Old boxes say neither. */
  readonly used: (method: string, operating: number | null, resetAt: number | null, seconds: number | null) => void;
  /** 429 `OPERATION_TIME_LIMIT`; answers the moment when the method may be tried again. */
  readonly refused: (method: string) => number;
};

export const createOperatingBudget = (pace: Pace): OperatingBudget => {
  const uses = new Map<string, MethodUse>();
  const known = (method: string): MethodUse => uses.get(method) ?? { operating: 0, resetAt: 0, secondsPerCall: 0.2 };

  const room = ({ operating, secondsPerCall }: MethodUse): number =>
    Math.floor((LIMIT_SECONDS * STOP_SHARE - operating) / Math.max(secondsPerCall, 0.01));

  return {
    wait: (method) => {
      const use = known(method);
      // Once the moment has passed the server has forgotten some; only its next answer tells how much.
      return room(use) >= 1 ? 0 : Math.max(0, use.resetAt - pace.now());
    },
    batchSize: (method) => {
      const use = known(method);
      const byTime = Math.floor(TARGET_SECONDS / Math.max(use.secondsPerCall, 0.01));
      const most = use.operating > LIMIT_SECONDS * CAREFUL_SHARE ? Math.ceil(MOST_COMMANDS / 2) : MOST_COMMANDS;
      const left = room(use);
      return Math.max(1, Math.min(byTime, most, left >= 1 ? left : most));
    },
    used: (method, operating, resetAt, seconds) => {
      const before = known(method);
      uses.set(method, {
        operating: operating ?? before.operating,
        resetAt: resetAt === null ? before.resetAt : resetAt * 1_000 + JITTER_MS,
        secondsPerCall: seconds === null ? before.secondsPerCall : before.secondsPerCall * 0.7 + seconds * 0.3,
      });
    },
    refused: (method) => {
      const use = known(method);
      const resetAt = use.resetAt > pace.now() ? use.resetAt : pace.now() + 60_000 + JITTER_MS;
      uses.set(method, { ...use, operating: LIMIT_SECONDS, resetAt });
      return resetAt;
    },
  };
};
