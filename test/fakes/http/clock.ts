import type { Clock } from '#main/ports/clock.ts';
import { moscowDateOf, type IsoInstant } from '#shared/kernel/date.ts';

/** The only time the fake servers know: limits, time stamps, delays and expiries all read it. */
export type FakeClock = {
  /** Milliseconds since 1970, UTC. */
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

export type VirtualClock = FakeClock & {
  /** Lets the time pass; sleepers whose moment has come wake in their order. */
  readonly advance: (ms: number) => void;
  /** The same time as the port of the core, for a client that shares it. */
  readonly asPort: () => Clock;
};

/** The machine's own time, for `npm run fake:crm`. */
export const machineClock = (): FakeClock => ({
  nowMs: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms).unref();
    }),
});

type Sleeper = { readonly wakeAt: number; readonly wake: () => void };

/**
 * Time of a simulation. With `auto` (the default) it jumps to the nearest sleeper as soon as nothing else is left to
 * do in the process: a minute of pauses takes no time, and two sleepers wake in the right order. The code under test
 * must then wait for nothing but this clock and promises. Without `auto` only `advance` moves it.
 */
export const createVirtualClock = (startAt: string, { auto = true }: { auto?: boolean } = {}): VirtualClock => {
  let now = Date.parse(startAt);
  let sleepers: Sleeper[] = [];
  let isJumpPlanned = false;

  const wakeUntil = (moment: number): void => {
    for (let next = sleepers[0]; next !== undefined && next.wakeAt <= moment; next = sleepers[0]) {
      sleepers = sleepers.slice(1);
      now = Math.max(now, next.wakeAt);
      next.wake();
    }
  };
  const jump = (): void => {
    isJumpPlanned = false;
    const next = sleepers[0];
    if (next === undefined) return;
    sleepers = sleepers.slice(1);
    now = Math.max(now, next.wakeAt);
    next.wake();
    planJump();
  };
  const planJump = (): void => {
    if (!auto || isJumpPlanned || sleepers.length === 0) return;
    isJumpPlanned = true;
    setImmediate(jump);
  };

  return {
    nowMs: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        const sleeper: Sleeper = { wakeAt: now + Math.max(0, ms), wake: resolve };
        const at = sleepers.findIndex(({ wakeAt }) => wakeAt > sleeper.wakeAt);
        sleepers = at < 0 ? [...sleepers, sleeper] : sleepers.toSpliced(at, 0, sleeper);
        planJump();
      }),
    advance: (ms) => {
      const until = now + ms;
      wakeUntil(until);
      now = until;
    },
    asPort: () => ({
      now: () => new Date(now).toISOString() as IsoInstant,
      today: () => moscowDateOf(new Date(now).toISOString() as IsoInstant),
    }),
  };
};
