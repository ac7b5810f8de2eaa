import { afterEach, beforeEach, expect, test } from 'vitest';
import { unwrap, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await startDemoCore();
});
afterEach(() => core.close());

const CROSS = /^R-X/u;

test('an order edited between the invoice and the УПД is told by its line, in the check and on the card', async () => {
  const office = await core.as('belova');
  const input = { commandId: core.newId(), order: '1204', kinds: ['invoice', 'waybill'] };
  unwrap(await office.call('packs.issue', input));
  const found = async () => {
    const checked = unwrap(await office.call('packs.check', { order: '1204' })).findings;
    const shown = unwrap(await office.call('orders.get', { order: '1204' })).findings;
    const cross = checked.filter(({ rule }) => CROSS.test(rule));
    expect(shown.filter(({ rule }) => CROSS.test(rule))).toEqual(cross);
    return cross;
  };
  expect(await found()).toEqual([]);

  const { id, revision } = unwrap(await office.call('orders.get', { order: '1204' }));
  const field = 'order.lines[0].price';
  const change = { commandId: core.newId(), orderId: id, revision, field, value: '9876.54' };
  unwrap(await (await core.as('admin')).call('orders.setField', change));
  const [first] = await found();
  expect(first).toMatchObject({ rule: 'R-X2', kind: 'invoice', field, severity: 'warn' });
  expect(first?.message).toMatch(
    /^Счет № \d+: сумма отличается на [\d\u00A0]+,\d\d в строке 1: в документе .+, в заказе .+$/u,
  );
});
