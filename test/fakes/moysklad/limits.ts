import type { CounterBook } from '../http/counters.ts';
import type { AccountSettings } from './contract.ts';

const WINDOW_MS = 3_000;
const UNITS = 45;
const PARALLEL = 5;
/** From this Moscow midnight a request of a user costs four units instead of three (crm.md §2). */
const DEARER_FROM = Date.parse('2026-11-30T21:00:00Z');
const MINUTE_MS = 60_000;
const SAME_FAILURES = 200;
const PUTS_OF_ONE = 100;

export type Verdict = { readonly kind: 'ok' | 'rate' | 'parallel'; readonly headers: Record<string, string> };

/** Units per three seconds, requests at once, and the guard that switches a rude client off. */
export const createStoreLimits = (settings: AccountSettings, counters: CounterBook) => {
  let admitted: number[] = [];
  let busyUntil: number[] = [];
  let rude: { readonly atMs: number; readonly what: string }[] = [];

  const requestsAllowed = (nowMs: number): number =>
    Math.floor(UNITS / (settings.unitsPerRequest ?? (nowMs >= DEARER_FROM ? 4 : 3)));

  const headersAt = (nowMs: number, allowed: number): Record<string, string> => ({
    'x-ratelimit-limit': String(allowed),
    'x-ratelimit-remaining': String(Math.max(0, allowed - admitted.length)),
    'x-lognex-retry-timeinterval': String(WINDOW_MS),
    'x-lognex-reset': String(admitted[0] === undefined ? 0 : Math.ceil(admitted[0] + WINDOW_MS - nowMs)),
  });

  return {
    admit: (nowMs: number): Verdict => {
      admitted = admitted.filter((at) => at > nowMs - WINDOW_MS);
      busyUntil = busyUntil.filter((until) => until > nowMs);
      const allowed = requestsAllowed(nowMs);
      if (busyUntil.length >= PARALLEL) {
        return { kind: 'parallel', headers: { ...headersAt(nowMs, allowed), 'x-lognex-auth': '429005' } };
      }
      if (admitted.length >= allowed) {
        const oldest = admitted[admitted.length - allowed] ?? nowMs;
        const headers = {
          ...headersAt(nowMs, allowed),
          'x-lognex-retry-after': String(Math.ceil(oldest + WINDOW_MS - nowMs)),
        };
        return { kind: 'rate', headers };
      }
      admitted.push(nowMs);
      counters.noteFill(admitted.length);
      return { kind: 'ok', headers: headersAt(nowMs, allowed) };
    },
    /** The request occupies one of five places until it is answered. */
    occupy: (untilMs: number): void => {
      busyUntil.push(untilMs);
    },
    /** What the guard watches: the same failure, refusals by the limit, writes of one entity. True: access is off. */
    isRude: (nowMs: number, what: string): boolean => {
      rude = [...rude.filter(({ atMs }) => atMs > nowMs - MINUTE_MS), { atMs: nowMs, what }];
      const same = rude.filter((one) => one.what === what).length;
      return same > (what.startsWith('PUT ') ? PUTS_OF_ONE : SAME_FAILURES);
    },
  };
};
