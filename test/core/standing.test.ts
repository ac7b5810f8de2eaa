import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/date.ts';
import { refused, TODAY, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

// Order 1207 of the demonstration base lacks the buyer's КПП; 1204 is clean; 1212 is not shipped yet.
const FLAWED = '1207';
const CLEAN = '1204';
const UNSHIPPED = '1212';

let core: TestCore;
let office: TestCaller;

beforeEach(async () => {
  core = await startDemoCore();
  office = await core.as('belova');
});

afterEach(() => core.close());

const rowOf = async (number: string) => {
  const { items } = unwrap(await office.call('orders.list', { text: number }));
  return items.find((row) => row.number === number);
};

test('a defect mended in the card is gone from the list at once', async () => {
  expect(await rowOf(FLAWED)).toMatchObject({ firstProblem: { field: 'buyer.kpp', severity: 'block' } });
  const card = unwrap(await office.call('orders.get', { order: FLAWED }));
  const mended = unwrap(
    await office.call('orders.setField', {
      commandId: core.newId(),
      orderId: card.id,
      revision: card.revision,
      field: 'buyer.kpp',
      value: '779901001',
    }),
  );
  expect(mended.findings.filter(({ severity }) => severity === 'block')).toEqual([]);
  expect(await rowOf(FLAWED)).toMatchObject({ blocks: 0 });
});

test('an issued sheet shows as issued in the list, and as stale when the order changed after it', async () => {
  unwrap(await office.call('packs.issue', { commandId: core.newId(), order: CLEAN, kinds: ['invoice'] }));
  const stateOf = async () => (await rowOf(CLEAN))?.pack.find(({ kind }) => kind === 'invoice')?.state;
  expect(await stateOf()).toBe('issued');
  const card = unwrap(await office.call('orders.get', { order: CLEAN }));
  unwrap(
    await office.call('orders.setField', {
      commandId: core.newId(),
      orderId: card.id,
      revision: card.revision,
      field: 'order.lines[0].price',
      value: '530',
    }),
  );
  expect(await stateOf()).toBe('stale');
});

test('a refused change leaves the list as it was', async () => {
  const before = await rowOf(FLAWED);
  const card = unwrap(await office.call('orders.get', { order: FLAWED }));
  const { code } = refused(
    await office.call('orders.setField', {
      commandId: core.newId(),
      orderId: card.id,
      revision: card.revision + 5,
      field: 'buyer.kpp',
      value: '779901001',
    }),
  );
  expect(code).toBe('order.changed');
  expect(await rowOf(FLAWED)).toEqual(before);
});

test('authority that runs out overnight is noticed in the morning without any change', async () => {
  const before = await rowOf(UNSHIPPED);
  core.moveToday(addDays(TODAY, 3650));
  expect(before?.blocks).toBe(0);
  expect(await rowOf(UNSHIPPED)).not.toEqual(before);
});
