import type { CounterBook } from '../http/counters.ts';
import type { PortalSettings } from './contract.ts';

const BUCKETS = { standard: { size: 50, perSecond: 2 }, enterprise: { size: 250, perSecond: 5 } } as const;

/** One bucket for the whole portal and the office's address: every HTTP request adds one, the rest leaks out. */
export const createLeakyBucket = (settings: PortalSettings, counters: CounterBook) => {
  let fill = 0;
  let leakedAt = 0;
  const leak = (nowMs: number): { size: number; perSecond: number } | null => {
    if (settings.plan === 'box') return null;
    const bucket = BUCKETS[settings.plan];
    fill = Math.max(0, fill - (Math.max(0, nowMs - leakedAt) / 1000) * bucket.perSecond);
    leakedAt = Math.max(leakedAt, nowMs);
    return bucket;
  };
  return {
    /** False when the request must be refused; a refused one adds nothing. */
    admit: (nowMs: number): boolean => {
      const bucket = leak(nowMs);
      if (bucket === null) return true;
      if (fill + 1 > bucket.size) return false;
      fill += 1;
      counters.noteFill(fill);
      return true;
    },
    /** Requests of others behind the same address. */
    pour: (nowMs: number, count: number): void => {
      const bucket = leak(nowMs);
      if (bucket !== null) fill = Math.min(bucket.size, fill + count);
    },
  };
};

const BUCKET_MS = 60_000;
const WINDOW_MS = 10 * BUCKET_MS;

type Spent = { readonly bucket: number; ms: number };

/** Seconds of the server's own time per method within ten one-minute buckets; checked before a call, paid after it. */
export const createOperatingBudget = (settings: PortalSettings) => {
  const spentByMethod = new Map<string, Spent[]>();
  const living = (method: string, nowMs: number): Spent[] => {
    const spent = (spentByMethod.get(method) ?? []).filter(({ bucket }) => bucket * BUCKET_MS > nowMs - WINDOW_MS);
    spentByMethod.set(method, spent);
    return spent;
  };
  const used = (method: string, nowMs: number): number =>
    living(method, nowMs).reduce((sum, { ms }) => sum + ms, 0) / 1000;
  return {
    isOpen: (method: string, nowMs: number): boolean =>
      settings.plan === 'box' || used(method, nowMs) < settings.operatingLimitSeconds,
    pay: (method: string, nowMs: number, ms: number): void => {
      const spent = living(method, nowMs);
      const bucket = Math.floor(nowMs / BUCKET_MS);
      const last = spent.at(-1);
      if (last?.bucket === bucket) last.ms += ms;
      else spent.push({ bucket, ms });
    },
    used,
    /** When the oldest minute leaves the window, unix seconds. */
    resetAt: (method: string, nowMs: number): number => {
      const oldest = living(method, nowMs)[0]?.bucket ?? Math.floor(nowMs / BUCKET_MS);
      return Math.ceil((oldest * BUCKET_MS + WINDOW_MS) / 1000);
    },
  };
};
