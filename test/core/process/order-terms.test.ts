import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';

let core: TestCore;
let admin: TestCaller;

const PREPAYMENT = 'order.terms.prepayment';

const card = async () => unwrap(await admin.call('orders.get', { order: '145' }));

const ask = async (field: string, value: string) => {
  const { id: orderId, revision } = await card();
  return admin.call('orders.setField', { commandId: core.newId(), orderId, revision, field, value });
};

const now = async (field: string) => {
  const { id: orderId } = await card();
  return unwrap(await admin.call('orders.field', { orderId, field }));
};

const begin = async (process: string): Promise<string> =>
  unwrap(await admin.call('records.create', { commandId: core.newId(), process, order: '145' })).instanceId;

/** What the check of a счет на предоплату says about its sum. */
const said = async (): Promise<string[]> => {
  const { findings } = unwrap(await admin.call('packs.check', { order: '145', kinds: ['invoice-advance'] }));
  return findings.filter(({ code }) => code.startsWith('part.')).map(({ field }) => field);
};

beforeEach(async () => {
  core = startTestCore();
  core.base.write((stores) => fillBase(stores));
  admin = await core.as('admin');
});
afterEach(() => core.close());

describe('a term of the deal that is mended where it is missed', () => {
  test('reaches the process that keeps it, the check and the paper', async () => {
    const instance = await begin('production-order');
    expect(await said()).toEqual([PREPAYMENT]);
    unwrap(await ask(PREPAYMENT, '30000.00'));
    expect(core.base.read.processes.state(instance)?.fields['prepaymentSum']).toBe(30_000_00);
    expect((await now(PREPAYMENT)).value).toBe('30000.00');
    expect(await said()).toEqual([]);
    const { issued } = unwrap(
      await admin.call('packs.issue', { commandId: core.newId(), order: '145', kinds: ['invoice-advance'] }),
    );
    expect(issued.map(({ sum }) => sum)).toEqual(['30000.00']);
    expect((await card()).history.some(({ text }) => text.includes('Сумма предоплаты'))).toBe(true);
  });

  test('is kept by the record of the order where its process has no such field', async () => {
    await begin('catalogue-order');
    unwrap(await ask(PREPAYMENT, '30000.00'));
    expect((await now(PREPAYMENT)).value).toBe('30000.00');
    expect(await said()).toEqual([]);
    unwrap(await ask(PREPAYMENT, ''));
    expect((await now(PREPAYMENT)).value).toBe('');
    expect(await said()).toEqual([PREPAYMENT]);
  });

  test('of a choice comes with what may be chosen', async () => {
    const instance = await begin('production-order');
    const way = await now('order.terms.delivery.way');
    expect(way.choices.map(({ label }) => label)).toEqual(['Доставка', 'Самовывоз']);
    unwrap(await ask('order.terms.delivery.way', 'pickup'));
    expect(core.base.read.processes.state(instance)?.fields['deliveryKind']).toBe('pickup');
  });

  test.each([
    [PREPAYMENT, 'тридцать'],
    [PREPAYMENT, '-5.00'],
    [PREPAYMENT, '99999999999999999999.00'],
    ['order.terms.deadline', '31.02.2026'],
    ['order.terms.delivery.way', 'голубем'],
  ])('is refused as %s = «%s», and nothing is changed', async (field, value) => {
    const instance = await begin('production-order');
    const before = core.base.read.processes.state(instance);
    expect(refused(await ask(field, value)).code).toBe('field.invalid');
    expect(core.base.read.processes.state(instance)).toEqual(before);
  });

  test('that nobody knows is refused, and so is an order that somebody changed meanwhile', async () => {
    await begin('production-order');
    expect(refused(await ask('order.terms.weather', 'дождь')).code).toBe('field.unknown');
    const { id: orderId, revision } = await card();
    const late = { commandId: core.newId(), orderId, revision: revision - 1, field: PREPAYMENT, value: '1.00' };
    expect(refused(await admin.call('orders.setField', late)).code).toBe('order.changed');
    expect(requireDefined(core.base.read.orders.findByNumber('145')[0], 'the order').revision).toBe(revision);
  });
});
