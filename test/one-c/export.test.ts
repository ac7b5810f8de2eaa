import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { checkMessage } from '#test/exchange/enterprise-data/check-message.ts';
import { childOf, readTree, textOf, type Tree } from '#test/exchange/enterprise-data/read-tree.ts';
import { formatsMissing, schemaOf } from '#test/exchange/enterprise-data/schemas.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase, ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';
import { aLine, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { anOctoberOrder, enterDocument, SELLER } from './a-month.ts';

let core: TestCore;
let anna: TestCaller;

const OCTOBER = { organisation: SELLER.party.inn, from: '2026-10-01', to: '2026-10-31' } as const;

const save = (order: Order): void => core.base.write((stores) => stores.orders.save(order, ORDER_TOTALS));
const enter = (entered: Parameters<typeof enterDocument>[1]): string =>
  core.base.write((stores) => enterDocument(stores, entered));

const enterPack = (number: string, overrides: Partial<Order> = {}): Order => {
  const order = anOctoberOrder(number, overrides);
  save(order);
  enter({ kind: 'invoice', number, order, date: isoDate('2026-10-10') });
  enter({ kind: 'upd', number, order });
  return order;
};

const exportMonth = async (more: { onlyChanged?: boolean } = {}): Promise<OutputOf<'exchange.export'>> =>
  unwrap(await anna.call('exchange.export', { commandId: core.newId(), ...OCTOBER, ...more }));

const textOfPart = async (exportId: string, part: 'message' | 'manifest' = 'message'): Promise<string> =>
  Buffer.from(unwrap(await anna.call('exchange.file', { exportId, part })).bytes, 'base64').toString('utf8');

const objectsOf = async (exportId: string): Promise<Tree[]> =>
  childOf(readTree((await textOfPart(exportId)).replace(/^\uFEFF/u, '')), 'Body')?.children ?? [];

/** Two exports may differ in this only. */
const bare = (xml: string): string => xml.replace(/<msg:CreationDate>[^<]*/u, '');

const cardOf = async (): Promise<Tree | undefined> =>
  (await objectsOf((await exportMonth()).exportId)).find(({ name }) => name === 'Справочник.Контрагенты');

const queue = async () => unwrap(await anna.call('exchange.changed', { organisation: OCTOBER.organisation })).items;

beforeEach(async () => {
  core = startTestCore();
  core.base.write(fillBase);
  anna = await core.as('anna');
});
afterEach(() => core.close());

describe('an export of a month', () => {
  test('file, manifest and register agree to the kopeck', async () => {
    for (const number of ['1', '2', '3'])
      enterPack(number, { lines: [aLine({ quantity: `${number}.5`, price: kopecks(33_333) })] });
    const made = await exportMonth();
    const manifest: unknown = JSON.parse(await textOfPart(made.exportId, 'manifest'));
    const sales = (await objectsOf(made.exportId)).filter(({ name }) => name === 'Документ.РеализацияТоваровУслуг');
    const inFile = sales.reduce((sum, sale) => sum + BigInt(textOf(sale, 'Сумма').replace('.', '')), 0n);
    expect(made.agrees).toBe(true);
    expect(made.sum.replace('.', '')).toBe(String(inFile));
    expect(manifest).toMatchObject({ sum: made.sum, vat: made.vat, agrees: true, file: { sha256: made.sha256 } });
    expect(made.totals['sale']?.sum).toBe(made.register['sale']?.sum);
  });

  test('the same period twice gives the same bytes but for the moment of creation', async () => {
    enterPack('1');
    enterPack('2');
    const [first, second] = [await exportMonth(), await exportMonth()];
    expect(bare(await textOfPart(second.exportId))).toBe(bare(await textOfPart(first.exportId)));
  });

  test('one document that changed is the only object that differs', async () => {
    enterPack('1');
    const order = enterPack('2');
    const before = await objectsOf((await exportMonth()).exportId);
    const changed = { ...order, lines: [aLine({ quantity: '7' })] };
    save(changed);
    enter({ kind: 'invoice', number: '2', order: changed, date: isoDate('2026-10-10'), version: 2 });
    const after = await objectsOf((await exportMonth()).exportId);
    const differing = after.filter((tree, index) => JSON.stringify(tree) !== JSON.stringify(before[index]));
    expect(differing.map((tree) => [tree.name, textOf(tree, 'КлючевыеСвойства', 'Номер')])).toEqual([
      ['Документ.ЗаказКлиента', '2'],
    ]);
    expect(textOf(differing[0], 'КлючевыеСвойства', 'Ссылка')).toMatch(/^[0-9a-f-]{14}5/u);
  });

  test('a renamed counterparty keeps its UUID', async () => {
    enterPack('1');
    const before = await cardOf();
    core.base.write((stores) => stores.parties.save({ ...DEMO_PARTIES.zerno, shortName: 'ООО «Зерно и Ко»' }));
    const after = await cardOf();
    expect(textOf(after, 'КлючевыеСвойства', 'Наименование')).toBe('ООО «Зерно и Ко»');
    expect(textOf(after, 'КлючевыеСвойства', 'Ссылка')).toBe(textOf(before, 'КлючевыеСвойства', 'Ссылка'));
  });
});

describeUnless(formatsMissing)('by the schema of 1C', () => {
  test('obeys the schema and carries invoices, sales and счета-фактуры with their cards', async () => {
    enterPack('1');
    enterPack('2', {
      lines: [aLine(), aLine({ position: 2, kind: 'service', code: '', name: 'Доставка', quantity: '1' })],
    });
    const made = await exportMonth();
    const xml = await textOfPart(made.exportId);
    expect(checkMessage(schemaOf('1.17'), '1.17', xml)).toEqual([]);
    expect(made.counts).toMatchObject({
      'Документ.ЗаказКлиента': 2,
      'Документ.РеализацияТоваровУслуг': 2,
      'Документ.СчетФактураВыданный': 2,
      'Справочник.Контрагенты': 1,
      'Справочник.Договоры': 1,
    });
    expect(made.leftOut).toEqual([]);
  });
});

describe('what cannot go', () => {
  test('is listed with the reason and the field, and the rest goes', async () => {
    enterPack('1');
    core.base.write((stores) => stores.parties.save({ ...DEMO_PARTIES.gastronom, inn: '7199010018' }));
    const broken = anOctoberOrder('9', { partyId: DEMO_PARTIES.gastronom.id, contractId: null });
    save(broken);
    enter({ kind: 'upd', number: '9', order: broken, buyer: DEMO_PARTIES.gastronom });
    const made = await exportMonth();
    expect(made.leftOut).toMatchObject([{ code: 'party.inn', field: 'buyer.inn', number: '9', orderId: 'order-9' }]);
    const xml = await textOfPart(made.exportId);
    expect(xml).not.toContain('<Номер>9</Номер>');
    expect(xml).toContain('<Номер>1</Номер>');
    expect(made.agrees).toBe(true);
  });

  test.each([
    ['a contract with another counterparty', 'contract.owner', { partyId: DEMO_PARTIES.gastronom.id }],
    ['a rate of another year', 'line.rate', { shipDate: isoDate('2025-12-20') }],
    ['a currency whose rate we do not keep', 'currency', { currency: 'USD' }],
    ['a quantity with four decimals', 'line.digits', { lines: [aLine({ quantity: '1.2345' })] }],
  ])('%s', async (_name, code, change) => {
    const order = anOctoberOrder('5', 'shipDate' in change ? {} : change);
    save({ ...order, ...change });
    enter({
      kind: 'upd',
      number: '5',
      order,
      ...('partyId' in change ? { buyer: DEMO_PARTIES.gastronom } : {}),
    });
    const made = await exportMonth();
    expect(made.leftOut.map((row) => row.code)).toContain(code);
    expect(made.goes).toBe(0);
  });

  test('a счет-фактура stays out together with the act it was written for', async () => {
    const order = anOctoberOrder('6', {
      contractId: null,
      partyId: DEMO_PARTIES.gastronom.id,
      lines: [aLine({ kind: 'service', quantity: '1.2345' })],
    });
    save(order);
    enter({ kind: 'act', number: '6', order, buyer: DEMO_PARTIES.gastronom });
    enter({ kind: 'factura', number: '60', order, buyer: DEMO_PARTIES.gastronom });
    const made = await exportMonth();
    expect(made.goes).toBe(0);
    expect(made.leftOut.find((row) => row.kind === 'factura' && row.code === 'basis.leftOut')).toBeDefined();
  });
});

describe('the journal', () => {
  test('with --changed only new and changed documents go', async () => {
    enterPack('1');
    const order = enterPack('2');
    await exportMonth();
    expect((await exportMonth({ onlyChanged: true })).goes).toBe(0);
    const changed = { ...order, lines: [aLine({ quantity: '7' })] };
    save(changed);
    enter({ kind: 'upd', number: '2', order: changed, version: 2 });
    enterPack('3');
    const again = await exportMonth({ onlyChanged: true });
    expect(again).toMatchObject({ goes: 3, isNew: 2, isChanged: 1, unchanged: 3, agrees: true });
  });

  test('a document that was issued anew or annulled after it went stands in the queue until it goes again', async () => {
    const order = enterPack('1');
    enterPack('2');
    await exportMonth();
    expect(await queue()).toEqual([]);
    const changed = { ...order, lines: [aLine({ quantity: '7' })] };
    save(changed);
    enter({ kind: 'upd', number: '1', order: changed, version: 2 });
    core.base.write((stores) =>
      stores.documents.annul(asId('upd-2'), '2026-10-20T09:00:00.000Z' as never, asId('user-anna'), 'ошибка'),
    );
    expect((await queue()).map(({ number, reason }) => [number, reason])).toEqual([
      ['1', 'reissued'],
      ['2', 'annulled'],
    ]);
    const next = await exportMonth();
    expect(next.annulled.map(({ number }) => number)).toEqual(['2']);
    expect(await queue()).toEqual([]);
  });

  test('the accountant marks a file as loaded, once', async () => {
    enterPack('1');
    const { exportId } = await exportMonth();
    const marked = unwrap(await anna.call('exchange.accept', { commandId: core.newId(), exportId }));
    expect(marked).toMatchObject({ acceptedBy: 'Котова Анна Игоревна', documents: 2 });
    const again = unwrap(await anna.call('exchange.accept', { commandId: core.newId(), exportId }));
    expect(again.acceptedAt).toBe(marked.acceptedAt);
    expect(unwrap(await anna.call('exchange.exports', {})).total).toBe(1);
  });

  test('an unknown company and a period from the end to the beginning are refused', async () => {
    const input = { commandId: core.newId(), ...OCTOBER };
    expect(refused(await anna.call('exchange.export', { ...input, organisation: '7700000016' })).code).toBe(
      'organisation.unknown',
    );
    expect(refused(await anna.call('exchange.export', { ...input, from: '2026-11-01' })).code).toBe('oneC.period');
  });
});
