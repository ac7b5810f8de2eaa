import { expect, test } from 'vitest';
import { createBackoff } from '#main/sync/transport/backoff.ts';
import { createBreaker } from '#main/sync/transport/breaker.ts';
import { createHeaderBudget } from '#main/sync/transport/header-budget.ts';
import { BITRIX24_BUCKET, createLeakyBucket } from '#main/sync/transport/leaky-bucket.ts';
import { createOperatingBudget } from '#main/sync/transport/operating-budget.ts';
import type { Pace } from '#main/sync/transport/pace.ts';

/** A clock that stands still until it is moved; jitter in the middle. */
const aPace = (day = '2026-11-22T09:00:00Z') => {
  let at = Date.parse(day);
  const pace: Pace = { now: () => at, sleep: () => Promise.resolve(), random: () => 0.5 };
  return { pace, pass: (ms: number) => void (at += ms) };
};

/** Sends for `seconds` as fast as allowed, and counts what a server with that bucket would hold at its fullest. */
const fullestOf = (seconds: number): number => {
  const { pace, pass } = aPace();
  const bucket = createLeakyBucket(BITRIX24_BUCKET, pace);
  const end = pace.now() + seconds * 1_000;
  let [level, countedAt, fullest] = [40, pace.now(), 0];
  while (pace.now() < end) {
    pass(bucket.take());
    level = Math.max(0, level - ((pace.now() - countedAt) / 1_000) * 2) + 1;
    countedAt = pace.now();
    fullest = Math.max(fullest, level);
    pass(1);
  }
  return fullest;
};

test('however fast one asks, the bucket of the server never runs over', () => {
  expect(fullestOf(600)).toBeLessThanOrEqual(50.01);
});

test('nine calls go at once after a start, then two a second', () => {
  const { pace, pass } = aPace();
  const bucket = createLeakyBucket(BITRIX24_BUCKET, pace);
  const waits = Array.from({ length: 12 }, () => bucket.take());
  expect(waits.slice(0, 9).every((ms) => ms === 0)).toBe(true);
  expect(waits[9]).toBe(500);
  expect(waits[10]).toBe(1_000);
  pass(60_000);
  expect(bucket.wait()).toBe(0);
});

test('a refusal pauses everything, each next one twice as long, at most a minute', () => {
  const { pace, pass } = aPace();
  const bucket = createLeakyBucket(BITRIX24_BUCKET, pace);
  const pauses = Array.from({ length: 8 }, () => {
    const pause = bucket.refused() - pace.now();
    pass(pause);
    return pause;
  });
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

test('for ten minutes after a refusal the speed is a quarter', () => {
  const { pace, pass } = aPace();
  const bucket = createLeakyBucket(BITRIX24_BUCKET, pace);
  pass(bucket.refused() - pace.now());
  bucket.accepted();
  const [first, second] = [bucket.take(), bucket.take()];
  expect(second - first).toBe(2_000);
});

test('a method near its ten minutes gets smaller batches, then none until the server has forgotten some', () => {
  const { pace, pass } = aPace();
  const budget = createOperatingBudget(pace);
  const resetAt = pace.now() / 1_000 + 300;
  budget.used('crm.item.list', 10, resetAt, 0.3);
  expect(budget.batchSize('crm.item.list')).toBe(25);
  budget.used('crm.item.list', 350, resetAt, 0.3);
  expect(budget.batchSize('crm.item.list')).toBe(13);
  budget.used('crm.item.list', 432, resetAt, 0.3);
  expect(budget.wait('crm.item.list')).toBe(301_000);
  expect(budget.wait('crm.item.get')).toBe(0);
  pass(301_000);
  expect(budget.wait('crm.item.list')).toBe(0);
});

test('slow pages make short batches: at most fifteen seconds each', () => {
  const { pace } = aPace();
  const budget = createOperatingBudget(pace);
  for (let call = 0; call < 20; call += 1) budget.used('crm.item.list', 20, null, 3);
  expect(budget.batchSize('crm.item.list')).toBe(5);
});

test('an old box that tells no times is never held back', () => {
  const { pace } = aPace();
  const budget = createOperatingBudget(pace);
  budget.used('crm.item.list', null, null, null);
  expect(budget.wait('crm.item.list')).toBe(0);
});

test.each([
  ['2026-08-15T09:00:00Z', 22],
  ['2026-11-30T20:59:00Z', 15],
  ['2026-11-30T21:00:00Z', 11],
])('in three seconds of %s at most seven tenths of %i requests go', (day, limit) => {
  const { pace } = aPace(day);
  const budget = createHeaderBudget(pace);
  const moments = Array.from({ length: 60 }, () => budget.take());
  const most = Math.max(...moments.map((at) => moments.filter((other) => other >= at && other < at + 3_000).length));
  expect(most).toBe(Math.floor(limit * 0.7));
});

test('the headers of the service hold us earlier than the calendar', () => {
  const { pace, pass } = aPace();
  const budget = createHeaderBudget(pace);
  budget.read({ 'x-ratelimit-limit': '15', 'x-ratelimit-remaining': '12', 'x-lognex-reset': '2000' });
  expect(budget.wait()).toBe(0);
  budget.read({ 'x-ratelimit-limit': '15', 'x-ratelimit-remaining': '3', 'x-lognex-reset': '2000' });
  expect(budget.wait()).toBe(2_000);
  pass(2_000);
  expect(budget.refused({ 'x-lognex-retry-after': '1500' }) - pace.now()).toBe(1_500);
});

test('too many at once means one at a time', () => {
  const { pace } = aPace();
  const budget = createHeaderBudget(pace);
  expect(budget.parallel()).toBe(2);
  budget.tooParallel();
  budget.tooParallel();
  expect(budget.parallel()).toBe(1);
});

test('twenty equal failures in a row are enough; another request and a success are not counted', () => {
  const { pace, pass } = aPace();
  const breaker = createBreaker(pace);
  for (let time = 0; time < 19; time += 1) breaker.failed('PUT entity/customerorder/*');
  expect(breaker.closedUntil('PUT entity/customerorder/*')).toBeNull();
  breaker.failed('PUT entity/customerorder/*');
  expect(breaker.closedUntil('PUT entity/customerorder/*')).toBe(pace.now() + 600_000);
  expect(breaker.closedUntil('GET entity/customerorder')).toBeNull();
  pass(600_000);
  expect(breaker.closedUntil('PUT entity/customerorder/*')).toBeNull();
  breaker.worked('PUT entity/customerorder/*');
  breaker.failed('PUT entity/customerorder/*');
  expect(breaker.closedUntil('PUT entity/customerorder/*')).toBeNull();
});

test('tries come at 2 s, 5 s, 15 s, 1, 5, 15 and then every 30 minutes; a success begins anew', () => {
  const { pace } = aPace();
  const backoff = createBackoff(pace);
  const waits = Array.from({ length: 8 }, () => (backoff.failed() - pace.now()) / 1_000);
  expect(waits).toEqual([2, 5, 15, 60, 300, 900, 1_800, 1_800]);
  backoff.worked();
  expect(backoff.failed() - pace.now()).toBe(2_000);
});
