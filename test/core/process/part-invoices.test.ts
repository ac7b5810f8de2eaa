import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { asId } from '#shared/kernel/id.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';
import { aReceipt, ourStatement } from '../payments/a-bank.ts';

let core: TestCore;
let admin: TestCaller;
let order: OutputOf<'records.get'>;

const id = (): string => core.newId();

const work = async (): Promise<void> => {
  unwrap(await admin.call('processes.tick', { commandId: id() }));
};

const papers = () => {
  const found = requireDefined(core.base.read.orders.findByNumber('145')[0], 'order 145');
  return core.base.read.documents.ofOrder(found.id);
};

const paper = (kind: string) =>
  requireDefined(
    papers().find((one) => one.kind === kind),
    kind,
  );

const stateOf = (instanceId: string) => core.base.read.processes.state(instanceId);
const bills = () =>
  core.base.read.processes
    .children(order.instanceId)
    .filter(({ code }) => code === 'order-invoice')
    .map((row) => stateOf(row.id));

const move = async (to: string, fields: Record<string, string | string[]>): Promise<void> => {
  unwrap(await admin.call('records.move', { commandId: id(), instance: order.instanceId, to, fields }));
  await work();
};

/** The client pays by the number of an invoice; the statement is matched as an accountant would do. */
const pay = async (invoice: string, sum: string, number: string): Promise<void> => {
  const receipt = aReceipt({
    Номер: number,
    Сумма: sum,
    НазначениеПлатежа: `Оплата по счету № ${invoice} от 20.11.2026`,
  });
  const portion = Buffer.from(ourStatement(receipt)).toString('base64');
  const { token } = unwrap(await admin.call('statements.receive', { token: null, bytes: portion }));
  unwrap(await admin.call('statements.import', { commandId: id(), token, fileName: `${number}.txt` }));
  unwrap(await admin.call('payments.match', { commandId: id(), apply: true }));
  await work();
};

beforeEach(async () => {
  core = startTestCore();
  core.base.write((stores) => fillBase(stores));
  admin = await core.as('admin');
  order = unwrap(await admin.call('records.create', { commandId: id(), process: 'production-order', order: '145' }));
  const take = requireDefined(order.tasks[0], 'the task «Взять в работу»');
  unwrap(await admin.call('tasks.close', { commandId: id(), id: take.id }));
});
afterEach(() => core.close());

/** Everything that the production has to make is made. */
const makeAll = async (): Promise<void> => {
  const { processes } = core.base.read;
  for (const { id: item } of processes.children(order.instanceId).filter(({ code }) => code === 'production-item'))
    for (const task of processes.tasksOf(item))
      unwrap(await admin.call('tasks.close', { commandId: id(), id: task.id, result: 'made' }));
  await work();
};

const toPrepayment = () =>
  move('prepayment', { lines: ['Стол'], paymentWay: 'part', prepaymentSum: '30000.00', deadline: '2026-11-27' });

describe('an order that is paid in two parts', () => {
  test('gets an invoice for the prepayment with the sum that the manager named, and one for the rest after the work', async () => {
    await toPrepayment();
    const first = paper('invoice-advance');
    expect(first.sum).toBe(30_000_00n);
    expect(bills()[0]?.fields).toMatchObject({ kind: 'prepayment', sum: 30_000_00 });

    await pay(first.number, '30000.00', '501');
    expect(bills()[0]).toMatchObject({ stage: 'paid' });
    expect(stateOf(order.instanceId)).toMatchObject({ stage: 'production', fields: { prepaid: 30_000_00 } });

    await makeAll();
    const rest = paper('invoice-rest');
    const { sum } = unwrap(await admin.call('orders.get', { order: '145' }));
    expect(Number(first.sum + rest.sum) / 100).toBe(Number(sum));
    expect(stateOf(order.instanceId)).toMatchObject({ stage: 'postpayment' });

    await pay(rest.number, moneyToDecimal(rest.sum), '502');
    expect(stateOf(order.instanceId)).toMatchObject({ stage: 'delivery-data', fields: { debt: 0 } });
  });

  test('is not asked for the same money by a usual invoice beside them', async () => {
    await toPrepayment();
    const { findings } = unwrap(await admin.call('packs.check', { order: '145', kinds: ['invoice'] }));
    const said = findings.filter(({ code }) => code === 'part.askedTwice').map(({ message }) => message);
    expect(said).toEqual([expect.stringContaining(`Счет на предоплату № ${paper('invoice-advance').number}`)]);
    const composed = unwrap(await admin.call('packs.check', { order: '145' }));
    expect(composed.kinds).not.toContain('invoice');
    expect(composed.kinds).toContain('invoice-advance');
  });

  test('whose lines changed gets the next version of its invoice under the same number, and the earlier one is kept', async () => {
    await toPrepayment();
    const before = paper('invoice-advance');
    const card = unwrap(await admin.call('orders.get', { order: '145' }));
    const edit = { orderId: card.id, revision: card.revision, field: 'order.lines[0].quantity', value: '777' };
    unwrap(await admin.call('orders.setField', { commandId: id(), ...edit }));
    await work();
    await work();
    const after = paper('invoice-advance');
    expect(after).toMatchObject({ id: before.id, number: before.number, version: before.version + 1, sum: 30_000_00n });
    expect(core.base.read.documents.snapshotOf(asId(before.id), before.version)).not.toBeNull();
  });
});
