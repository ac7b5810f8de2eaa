import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

let core: TestCore;
let admin: TestCaller;

beforeAll(async () => {
  core = await startDemoCore();
  admin = await core.as('admin');
});
afterAll(() => core.close());

const anOrderOf = async (stage: string) => {
  const { items } = unwrap(await admin.call('orders.list', { stage, limit: 1 }));
  const [order] = items;
  if (order === undefined) throw new Error(`no order on ${stage}`);
  return order;
};

const tick = async () => unwrap(await admin.call('processes.tick', { commandId: core.newId() }));

/** What the journal says when the bank's money was put on the order, or taken off it again. */
const tell = (action: string, orderId: string, before: unknown, after: unknown): void => {
  const userId = core.base.read.users.findByLogin('admin')?.id ?? asId<'user'>('');
  core.base.write((stores) =>
    stores.audit.append({
      at: '2026-11-20T09:00:00.000Z' as IsoInstant,
      userId,
      onBehalfOf: null,
      action,
      entity: 'order',
      entityId: orderId,
      before,
      after,
      commandId: asId(core.newId()),
    }),
  );
};

describe('the demonstration companies at work', () => {
  test('stand at the stages of their orders with tasks, and nothing was told, printed or sent for what is long done', async () => {
    const { counts, items } = unwrap(await admin.call('tasks.list', { all: true, limit: 500 }));
    expect(counts.open).toBeGreaterThan(100);
    expect(
      items.some(({ holders }) =>
        holders.some(({ kind, name }) => kind === 'nobody' && name.includes('в роли нет людей')),
      ),
    ).toBe(true);
    const waiting = core.sqlite.prepare(`SELECT count(*) FROM process_deeds WHERE state <> 'done'`).pluck().get();
    expect(waiting).toBe(0n);
    expect(core.sqlite.prepare('SELECT count(*) FROM process_notifications').pluck().get()).toBe(0n);
    const versions = core.sqlite
      .prepare(`SELECT group_concat(DISTINCT version) FROM process_instances WHERE code = 'production-order'`)
      .pluck()
      .get();
    expect(versions).toBe('1,2');
  });

  test('leave nothing of the journal to be told again', async () => {
    expect(await tick()).toMatchObject({ facts: 0 });
    expect(await tick()).toMatchObject({ facts: 0, rung: 0 });
  });
});

describe('a fact of the journal', () => {
  test('reaches the process of its order once', async () => {
    const order = await anOrderOf('Ждём оплату');
    tell('payment.applied', order.id, null, { sum: '100.00', bookedOn: '2026-11-20', operationId: 'op' });
    expect(await tick()).toMatchObject({ facts: 1 });
    expect(await tick()).toMatchObject({ facts: 0 });
    const { processes } = core.base.read;
    const [instance] = processes.ofRecord(processes.recordOfOrder(asId(order.id))?.id ?? '');
    const log = processes.log(instance?.id ?? '');
    expect(log.filter(({ event }) => event.fields !== undefined && 'paid' in event.fields)).toHaveLength(1);
  });

  test('that a payment was taken off the order is told to its people, with the tasks that it had closed', async () => {
    const order = await anOrderOf('Ждём оплату');
    tell('payment.undone', order.id, { sum: '100.00', bookedOn: '2026-11-20', operationId: 'op' }, null);
    await tick();
    const { items } = unwrap(await admin.call('records.timeline', { id: order.id }));
    expect(items[0]).toMatchObject({ kind: 'flag' });
    expect(items[0]?.text).toMatch(/^Оплата 100,00 ₽ снята с заказа «№/u);
  });

  test('that an order was entered begins its process, whose first stage tells its people', async () => {
    const order = await anOrderOf('Новый заказ');
    const known = core.base.read.orders.get(asId(order.id));
    if (known === null) throw new Error('no order');
    core.base.write((stores) => {
      const total = stores.orders.list({}, { limit: 1, offset: 0 }).items[0];
      const sums = { sum: total?.sum ?? known.lines[0]?.price, vat: total?.vat } as Parameters<
        typeof stores.orders.save
      >[1];
      stores.orders.save({ ...known, id: asId('fresh'), number: 'Н-1', externalId: 'fresh', contractId: null }, sums);
    });
    tell('order.created', 'fresh', null, {});
    await tick();
    const card = unwrap(await admin.call('records.get', { id: 'fresh' }));
    expect(card).toMatchObject({ process: 'production-order', version: 2, stage: 'new', order: { number: 'Н-1' } });
    expect(card.tasks.map(({ title }) => title)).toEqual(['Взять в работу']);
  });
});

describe('reports of the processes', () => {
  test.each([
    ['preliminary-orders', 'Клиент'],
    ['production-plan', 'Производство'],
    ['delivery-plan', 'Производство'],
    ['purchase-plan', 'Производство'],
    ['price-table', 'Товар'],
    ['debtors', 'Клиент'],
    ['receipts-expenses', 'День'],
    ['cash-forecast', 'День'],
    ['order-profit', 'Заявка'],
    ['profit-by-counterparty', 'Компания'],
    ['conversion', 'Сотрудник'],
    ['completed-orders', 'Заказ'],
    ['distribution-journal', 'Когда'],
  ])('are tables with the columns that people read, of the demonstration companies: %s', async (code, first) => {
    const table = unwrap(await admin.call('reports.make', { code }));
    expect(table.columns[0]?.title).toBe(first);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(table.totals?.length ?? table.columns.length).toBe(table.columns.length);
    expect(JSON.stringify(table)).not.toMatch(/undefined|NaN|[\da-f]{8}-[\da-f]{4}/u);
  });

  test('count what the demonstration orders say', async () => {
    const orders = unwrap(await admin.call('reports.make', { code: 'preliminary-orders' }));
    expect(Number(orders.totals?.[1])).toBeGreaterThan(20);
    const profit = unwrap(await admin.call('reports.make', { code: 'order-profit' }));
    expect(profit.rows).toHaveLength(24);
    const completed = unwrap(await admin.call('reports.make', { code: 'completed-orders' }));
    expect(completed.rows).toHaveLength(111);
  });
});
