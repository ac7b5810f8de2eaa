import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { PLANTED_LAST_MONTH } from '#shared/demo/planted-last-month.ts';
import { kopecks, moneyToDecimal, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import type { RenderedDocument } from '#main/ports/template-renderer.ts';
import { unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { startDemoCore } from '#test/helpers/a-demo-core.ts';

/** Filling a form has its own tests; here only numbers, sums and what goes count. */
const quickRenderer = {
  render: (request: { readonly data: unknown }) =>
    Promise.resolve(ok<RenderedDocument>({ bytes: new TextEncoder().encode(JSON.stringify(request.data)) })),
};

const ORG = '7899003031';
const BROKEN = Object.entries(PLANTED_LAST_MONTH).flatMap(([order, { severity }]) =>
  severity === 'block' ? [order] : [],
);

let core: TestCore;
let office: TestCaller;
let batch: OutputOf<'batches.wait'>;
let made: OutputOf<'exchange.export'>;
let text = '';
let manifest: unknown;

const readPart = async (part: 'message' | 'manifest'): Promise<string> => {
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const piece: OutputOf<'exchange.file'> = unwrap(
      await office.call('exchange.file', { exportId: made.exportId, part, offset }),
    );
    pieces.push(Buffer.from(piece.bytes, 'base64'));
    offset = piece.next;
  }
  return Buffer.concat(pieces).toString('utf8');
};

beforeAll(async () => {
  core = await startDemoCore({ renderer: quickRenderer });
  office = await core.as('belova');
  const { id } = unwrap(await office.call('batches.start', { commandId: core.newId(), month: '2026-10', org: ORG }));
  batch = unwrap(await office.call('batches.wait', { id }));
  const period = { organisation: ORG, from: '2026-10-01', to: '2026-10-31' };
  made = unwrap(await office.call('exchange.export', { commandId: core.newId(), ...period }));
  text = await readPart('message');
  manifest = JSON.parse(await readPart('manifest'));
}, 240_000);
afterAll(() => core.close());

const kopecksOf = (sum: string): bigint => BigInt(sum.replace('.', ''));
const sumOf = (items: readonly { readonly sum: string }[]): Kopecks =>
  sumMoney(items.map(({ sum }) => kopecks(kopecksOf(sum))));

test('the month of the demonstration base: file, manifest and register agree to the kopeck', () => {
  expect(batch).toMatchObject({ state: 'done', orders: 200, failed: 5 });
  expect(made.agrees).toBe(true);
  expect(manifest).toMatchObject({ sum: made.sum, vat: made.vat, agrees: true, file: { sha256: made.sha256 } });
  const message = unwrap(readMessage(text));
  const objects = (type: string) => message.objects.filter((object) => object.type === type);
  const files = { order: 'Документ.ЗаказКлиента', sale: 'Документ.РеализацияТоваровУслуг' } as const;
  for (const [role, type] of Object.entries(files)) {
    const [totals, register] = [made.totals[role], made.register[role]];
    expect([role, objects(type).length, moneyToDecimal(sumOf(objects(type)))]).toEqual([
      role,
      totals?.count,
      totals?.sum,
    ]);
    expect([role, totals?.count, totals?.sum, totals?.vat]).toEqual([
      role,
      register?.count,
      register?.sum,
      register?.vat,
    ]);
  }
  // The invoices of the register of the batch itself: one an order, with its sum and its tax.
  const invoices = batch.register.find(({ kind }) => kind === 'invoice');
  expect(made.totals['order']).toMatchObject({ count: 195, sum: invoices?.sum, vat: invoices?.vat });
  expect(made.leftOut).toEqual([]);
});

test('the month of the demonstration base: НДС by rate in the file is that of the manifest', () => {
  const byRate = new Map<string, bigint>();
  for (const line of text.split('\n').filter((each) => each.startsWith('<Документ.РеализацияТоваровУслуг>')))
    for (const [, rate = '', vat = '0'] of line.matchAll(
      /<СтавкаНДС><Ставка>(\d+)<\/Ставка>[^С]*?<РасчетнаяСтавка>.*?<\/СтавкаНДС><СуммаНДС>([\d.]+)<\/СуммаНДС>/gu,
    ))
      byRate.set(rate, (byRate.get(rate) ?? 0n) + kopecksOf(vat));
  expect(Object.fromEntries([...byRate].map(([rate, vat]) => [rate, moneyToDecimal(kopecks(vat))]))).toEqual(made.vat);
});

test('the month of the demonstration base: the five broken orders are absent from the file', () => {
  expect(BROKEN).toHaveLength(5);
  expect(batch.items.flatMap(({ order, state }) => (state === 'failed' ? [order] : [])).toSorted()).toEqual(
    BROKEN.toSorted(),
  );
  for (const order of BROKEN) expect(text).not.toContain(`Заказ № ${order}<`);
  const told = new Set([...text.matchAll(/Заказ № (\d+)</gu)].map(([, number]) => number));
  expect(told.size).toBe(195);
});
