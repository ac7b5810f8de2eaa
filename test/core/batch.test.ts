import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoData } from '#shared/demo/demo-data.ts';
import { PLANTED_LAST_MONTH } from '#shared/demo/planted-last-month.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import { regimeOn } from '#shared/domain/tax/regime-on.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import type { RenderedDocument } from '#main/ports/template-renderer.ts';
import { ok } from '#shared/kernel/result.ts';
import { refused, TODAY, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';
import { sourceFor } from '#test/demo/as-domain.ts';

/** Filling a form has its own tests; here only numbers, sums and findings count. */
const quickRenderer = {
  render: (request: { readonly data: unknown }) => {
    const bytes = new TextEncoder().encode(JSON.stringify(request.data));
    return Promise.resolve(ok<RenderedDocument>({ bytes }));
  },
};

let core: TestCore;
let office: TestCaller;

beforeEach(async () => {
  core = await startDemoCore({ renderer: quickRenderer });
  office = await core.as('belova');
});

afterEach(() => core.close());

type Start = Omit<Parameters<typeof office.call<'batches.start'>>[1], 'commandId'>;

const start = async (request: Start) =>
  unwrap(await office.call('batches.start', { ...request, commandId: core.newId() }));

const run = async (request: Start) => unwrap(await office.call('batches.wait', { id: (await start(request)).id }));

const isBlock = ({ data }: { data: Record<string, unknown> }) => data['severity'] === 'block';
const isWarning = ({ data }: { data: Record<string, unknown> }) => data['severity'] === 'warn';

const planted = (severity: string) =>
  Object.entries(PLANTED_LAST_MONTH)
    .filter(([, defect]) => defect.severity === severity)
    .map(([order, { code }]) => `${order} ${code}`);

const OCTOBER = { month: '2026-10', org: '7899003031' };

test('the two hundred orders of October: five refused, twelve with a warning, all others clean and issued', async () => {
  const batch = await run(OCTOBER);
  expect(batch).toMatchObject({ state: 'done', orders: 200, finished: 200, failed: 5, issued: 585 });
  const found = (fits: typeof isBlock) =>
    batch.items
      .flatMap(({ order, problems }) => problems.filter(fits).map(({ code }) => `${order} ${code}`))
      .toSorted((one, other) => one.localeCompare(other, 'ru'));
  expect(found(isBlock)).toEqual(planted('block'));
  expect(found(isWarning)).toEqual(planted('warn'));
  const failed = batch.items.filter(({ state }) => state === 'failed');
  expect(failed.flatMap(({ documents }) => documents)).toEqual([]);
  expect(batch.items.filter(({ state, documents }) => state === 'done' && documents.length < 2)).toEqual([]);

  // The register against the lines of the file that the demo is made from, to the kopeck.
  const data = demoData(TODAY);
  const orders = data.orders.filter(
    ({ number }) => Number(number) > 3000 && PLANTED_LAST_MONTH[number]?.severity !== 'block',
  );
  expect(orders).toHaveLength(195);
  const totals = orders.map((order) => {
    const day = isoDate(requireDefined(order.shipDate ?? undefined, 'a day of shipment'));
    const source = sourceFor(data, order, 'invoice', day);
    return computeTotals(source.order, regimeOn(source.organisation.party, day), day);
  });
  expect(batch.sum).toBe(moneyToDecimal(sumMoney(totals.flatMap(({ lines }) => lines.map(({ gross }) => gross)))));
  expect(batch.vat).toBe(moneyToDecimal(sumMoney(totals.flatMap(({ lines }) => lines.map(({ vat }) => vat)))));
  expect(batch.sum).toBe('41804113.90');
  const invoices = batch.register.find(({ kind }) => kind === 'invoice');
  expect(invoices).toMatchObject({ count: 195, sum: batch.sum, vat: batch.vat });

  // Papers of October are dated in October, and no number is skipped or given twice.
  const documents = batch.items.flatMap((item) => item.documents);
  expect(documents.filter(({ date }) => !date.startsWith('2026-10'))).toEqual([]);
  const numbers = documents.filter(({ kind }) => kind === 'invoice').map(({ number }) => Number(number));
  expect(numbers).toEqual(Array.from({ length: 195 }, (_, index) => 3120 + index));
}, 120_000);

describe('a small batch', () => {
  test('goes on past an order that does not exist and one that is blocked, and names both', async () => {
    const batch = await run({ orders: ['3001', 'нет такого', '3102', '3002', '3001'] });
    expect(batch).toMatchObject({ orders: 4, failed: 2, state: 'done' });
    expect(batch.items.map(({ order, state }) => `${order} ${state}`)).toEqual([
      '3001 done',
      'нет такого failed',
      '3102 failed',
      '3002 done',
    ]);
    expect(batch.items[1]?.problems[0]?.code).toBe('order.unknown');
  });

  test('asked for again it returns what is issued and issues nothing twice', async () => {
    const first = await run({ orders: ['3001', '3002'] });
    const second = await run({ orders: ['3001', '3002'] });
    expect(second.id).not.toBe(first.id);
    expect(second.issued).toBe(first.issued);
    expect(core.base.read.documents.count()).toBe(first.issued);
  });

  test('repeats only the failed ones once they are mended', async () => {
    const batch = await run({ orders: ['3001', '3138'] });
    const card = unwrap(await office.call('orders.get', { order: '3138' }));
    const mend = { orderId: card.id, revision: card.revision, field: 'order.lines[0].quantity', value: '12' };
    unwrap(await office.call('orders.setField', { ...mend, commandId: core.newId() }));
    unwrap(await office.call('batches.resume', { id: batch.id, onlyFailed: true, commandId: core.newId() }));
    const again = unwrap(await office.call('batches.wait', { id: batch.id }));
    expect(again).toMatchObject({ failed: 0, finished: 2, state: 'done' });
    expect(again.items[0]?.documents).toEqual(batch.items[0]?.documents);
  });

  test('stands still when paused, and the same request goes on where it stopped', async () => {
    const orders = Array.from({ length: 30 }, (_, index) => String(3001 + index));
    const { id } = await start({ orders });
    unwrap(await office.call('batches.pause', { id, commandId: core.newId() }));
    const paused = unwrap(await office.call('batches.get', { id }));
    expect(paused.state).toBe('paused');
    expect(paused.finished).toBeLessThan(30);
    const resumed = await start({ orders });
    expect(resumed).toEqual({ id, resumed: true });
    const done = unwrap(await office.call('batches.wait', { id }));
    expect(done).toMatchObject({ state: 'done', finished: 30, failed: 0 });
    expect(core.base.read.documents.count()).toBe(done.issued);
  });

  test('is paused by the button that stops any work, and a job nobody runs is not', async () => {
    const orders = Array.from({ length: 30 }, (_, index) => String(3001 + index));
    const { id } = await start({ orders });
    expect(unwrap(await office.call('jobs.cancel', { jobId: id }))).toEqual({ cancelled: true });
    expect(unwrap(await office.call('batches.get', { id })).state).toBe('paused');
    expect(unwrap(await office.call('jobs.cancel', { jobId: id }))).toEqual({ cancelled: false });
  });

  test('lets a single pack through between its orders', async () => {
    const orders = Array.from({ length: 20 }, (_, index) => String(3001 + index));
    const { id } = await start({ orders });
    unwrap(await office.call('packs.issue', { order: '1204', kinds: ['invoice'], commandId: core.newId() }));
    const meanwhile = unwrap(await office.call('batches.get', { id }));
    expect(meanwhile.state).toBe('running');
    expect(unwrap(await office.call('batches.wait', { id })).state).toBe('done');
  });

  test('tells its progress under its own id', async () => {
    const { id } = await start({ orders: ['3001', '3002'] });
    await office.call('batches.wait', { id });
    const told = office.events.filter((event) => event.type === 'job' && event.jobId === id);
    expect(told.at(-1)).toMatchObject({ done: 2, total: 2, state: 'done' });
  });

  test('of nothing is refused', async () => {
    const nothing = { text: 'такого заказа нет вовсе', commandId: core.newId() };
    expect(refused(await office.call('batches.start', nothing)).code).toBe('batch.empty');
  });
});
