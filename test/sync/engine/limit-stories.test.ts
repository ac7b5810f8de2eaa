import { expect, onTestFinished, test } from 'vitest';
import { enqueueCrmIntent } from '#main/core/sync/enqueue.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import { createDice, type Dice } from '#test/fakes/http/dice.ts';
import type { FaultKind } from '#test/fakes/http/faults.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { anOfficeWithPortal, anOfficeWithStore } from './fake-crm.ts';
import { typeHere } from './model.ts';

/** Stories through the real clients and their limits, over the fake servers on a virtual clock; as many for each of two CRMs. */
const STORIES = isFullRun ? 1000 : 25;
const FIRST = Number(process.env['KOMPLEKT_SEED'] ?? 1);
const SEEDS = Array.from({ length: STORIES }, (_, index) => FIRST + index);

const HOUR = 3_600_000;
const STEPS = 8;
const ORDERS = 6;
const FAULTS: readonly FaultKind[] = ['lostBefore', 'lostAfter', 'gatewayAfter', 'html', 'truncated', 'broken', 'slow'];
/** A server that answers at once: nothing but the limits holds the client back. */
const QUICK = { page: 1, get: 1, write: 1, count: 1, network: 1 };

type Place = Awaited<ReturnType<typeof anOfficeWithPortal>> | Awaited<ReturnType<typeof anOfficeWithStore>>;

/** People here, a bad line, a busy hour of the exchange; then quiet. */
const live = async (place: Place, dice: Dice): Promise<void> => {
  const { base, sync, clock, fake } = place;
  await sync();
  for (let step = 0; step < STEPS; step += 1) {
    const what = dice.share();
    const orders = base.read.orders.list({}, { limit: ORDERS, offset: 0 }).items;
    if (what < 0.35 && orders.length > 0) {
      const { id } = dice.pick(orders);
      for (let index = 0; index <= dice.below(6); index += 1)
        sayHere(place, id, `${step}.${index}`, dice.share() < 0.5);
    } else if (what < 0.5) {
      fake.faults.random(dice.share() < 0.4 ? null : { rate: 0.3, kinds: FAULTS, seed: dice.below(1e6) });
    } else {
      for (let round = 0; round <= dice.below(8); round += 1) await sync({ reconcile: dice.share() < 0.2 });
    }
    clock.advance(dice.pick([0, 100, 2000, 60_000]));
  }
  fake.faults.clear();
  for (let round = 0; round < 4; round += 1) {
    clock.advance(HOUR);
    await sync();
  }
};

/** A person mends the comment of an order, or a process has something to say of it. */
const sayHere = (place: Place, id: OrderId, text: string, isEdit: boolean): void => {
  const { base, officeClock: clock, uuid } = place;
  const by = requireDefined(base.read.users.findByLogin('admin'), 'the administrator').id;
  const intent = { id: `say:${text}`, by, orderId: id, kind: 'comment', text } as const;
  if (isEdit) typeHere({ ...place, clock }, requireDefined(base.read.orders.get(id), 'the order'), 'comment', text);
  else base.write((stores) => enqueueCrmIntent({ clock, random: { uuid, token: uuid } }, stores, intent));
};

const leftOver = ({ base, accountId }: Place) => {
  const { ready, sending, unknown, wait } = base.read.sync.outboxCounts(accountId);
  return { ready, sending, unknown, wait };
};

const DRAINED = { ready: 0, sending: 0, unknown: 0, wait: 0 };

/** The fullest that a leaky bucket ever was by these requests. */
const fullest = (sentAt: readonly number[], drainPerSecond: number): number => {
  let [level, before, most] = [0, 0, 0];
  for (const at of sentAt) {
    level = Math.max(0, level - ((at - before) / 1000) * drainPerSecond) + 1;
    [before, most] = [at, Math.max(most, level)];
  }
  return most;
};

/** The most requests within any window of that length. */
const densest = (sentAt: readonly number[], windowMs: number): number =>
  Math.max(0, ...sentAt.map((at, index) => sentAt.slice(index).filter((later) => later < at + windowMs).length));

test.each(SEEDS)(
  'Битрикс24, story %i: requests never go above the bucket, and everything is said once',
  async (seed) => {
    const place = await anOfficeWithPortal({ deals: ORDERS, seed, settings: { cost: QUICK } }, { hasCompany: false });
    onTestFinished(place.core.close);
    await live(place, createDice(seed));
    expect(leftOver(place)).toEqual(DRAINED);
    expect(place.fake.model.duplicateKeys()).toEqual([]);
    expect(place.sentAt.length).toBeGreaterThan(20);
    expect(fullest(place.sentAt, 2)).toBeLessThanOrEqual(50);
    expect(place.fake.counters.throttled).toBe(0);
  },
  60_000,
);

test.each(SEEDS)(
  'МойСклад, story %i: requests never go above its limit, and everything is said once',
  async (seed) => {
    const place = await anOfficeWithStore(
      { orders: ORDERS, seed, settings: { cost: { ...QUICK, row: 0 } } },
      { hasCompany: false },
    );
    onTestFinished(place.core.close);
    await live(place, createDice(seed));
    expect(leftOver(place)).toEqual(DRAINED);
    expect(place.fake.model.duplicateKeys()).toEqual([]);
    expect(place.sentAt.length).toBeGreaterThan(20);
    expect(densest(place.sentAt, 3000)).toBeLessThanOrEqual(15);
    expect(place.fake.counters.throttled).toBe(0);
  },
  60_000,
);
