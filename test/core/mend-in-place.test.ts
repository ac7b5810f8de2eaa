import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

let core: TestCore;
let admin: TestCaller;

beforeAll(async () => {
  core = await startDemoCore();
  admin = await core.as('admin');
});
afterAll(() => core.close());

const cardOf = async (order: string) => unwrap(await admin.call('orders.get', { order }));

const fieldOf = async (order: string, field: string) =>
  unwrap(await admin.call('orders.field', { orderId: (await cardOf(order)).id, field }));

const set = async (order: string, field: string, value: string) => {
  const { id, revision } = await cardOf(order);
  return admin.call('orders.setField', { commandId: core.newId(), orderId: id, revision, field, value });
};

test('the editor of a planted defect opens with the value that is wrong', async () => {
  expect(await fieldOf('1216', 'buyer.bankAccount.account')).toEqual({ value: '40702810999990001051', choices: [] });
  expect((await fieldOf('1228', 'order.lines[0].price')).value).toMatch(/^\d+\.\d\d$/u);
  const { id } = await cardOf('1216');
  expect(refused(await admin.call('orders.field', { orderId: id, field: 'buyer.nothing' })).code).toBe('field.unknown');
  expect(refused(await admin.call('orders.field', { orderId: 'нет', field: 'buyer.inn' })).code).toBe('order.unknown');
});

/** Findings of 1202 that nobody may sign for the buyer. */
const missing = async () =>
  (await cardOf('1202')).findings.filter(
    ({ code, field }) => code === 'signatory.missing' && field === 'buyer.signatory',
  );

test('a missing signatory is named in place, and the contract may be signed', async () => {
  expect(await missing()).not.toEqual([]);
  const { value } = await fieldOf('1202', 'buyer.signatory');
  expect(value).toBe('Директор Печников Савва Дмитриевич');
  expect(refused(await set('1202', 'buyer.signatory', 'кто-нибудь')).code).toBe('field.invalid');
  unwrap(await set('1202', 'buyer.signatory', value));
  expect(await missing()).toEqual([]);
});

test('a carrier is chosen from those who carry, and from nobody else', async () => {
  const { choices } = await fieldOf('1191', 'order.trip.carrierId');
  const other = requireDefined(
    choices.find(({ label }) => label.includes('Автотранс-Сура')),
    'a carrier of the directory',
  );
  expect(choices.every(({ label }) => !label.includes('Гастроном'))).toBe(true);
  unwrap(await set('1191', 'order.trip.carrierId', other.value));
  expect((await fieldOf('1191', 'order.trip.carrierId')).value).toBe(other.value);
  expect(refused(await set('1191', 'order.trip.carrierId', 'никто')).code).toBe('field.invalid');
});

test('a paper original for a buyer who works by ЭДО wants its reason', async () => {
  const { items } = unwrap(await admin.call('orders.list', { limit: 500 }));
  const orders = items.flatMap(({ number }) => core.base.read.orders.findByNumber(number));
  const order = requireDefined(
    orders.find(({ partyId }) => core.base.read.parties.get(partyId)?.medium === 'edo'),
    'an order of a buyer by ЭДО',
  );
  const input = { order: order.id, kinds: ['invoice'], medium: 'paper' as const };
  const checked = unwrap(await admin.call('packs.check', input)).findings.filter(({ rule }) => rule === 'R-E1');
  expect(checked).toHaveLength(1);
  const issue = (overrides: { rule: string; reason: string }[]) =>
    admin.call('packs.issue', { commandId: core.newId(), ...input, overrides });
  expect(refused(await issue([])).code).toBe('pack.blocked');
  const { issued } = unwrap(await issue([{ rule: 'R-E1', reason: 'Просили бумагу для архива' }]));
  expect(unwrap(await admin.call('documents.get', { id: issued[0]?.id ?? '' })).medium).toBe('paper');
});
