import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks, moneyToDecimal, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import { readMessage } from '#main/exchange/enterprise-data/read-message.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase, ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';
import { aLine, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { anOctoberOrder, enterDocument, SELLER } from './a-month.ts';

const ORDERS = 200;
/** Orders whose УПД and invoice cannot go: another rate, a broken ИНН, four decimals. */
const BROKEN = new Set([7, 42, 99, 150, 200]);

let core: TestCore;
let anna: TestCaller;
let made: OutputOf<'exchange.export'>;
let text: string;

beforeAll(async () => {
  core = startTestCore();
  core.base.write((stores) => {
    fillBase(stores);
    stores.parties.save({ ...DEMO_PARTIES.gastronom, inn: '7199010018' });
    for (let index = 1; index <= ORDERS; index += 1) {
      const isBroken = BROKEN.has(index);
      const buyer = isBroken ? DEMO_PARTIES.gastronom : DEMO_PARTIES.zerno;
      const order = anOctoberOrder(String(index), {
        partyId: buyer.id,
        ...(isBroken ? { contractId: null } : {}),
        lines: [
          aLine({ quantity: `${index}.25`, price: kopecks(33_333 + index) }),
          aLine({ position: 2, code: 'M-1', vatRate: '10', quantity: '3', price: kopecks(10_001 + index) }),
          aLine({ position: 3, kind: 'service', code: '', name: 'Доставка', quantity: '1', price: kopecks(150_000) }),
        ],
      });
      stores.orders.save(order, ORDER_TOTALS);
      const date = isoDate(`2026-10-${String(1 + (index % 31)).padStart(2, '0')}`);
      const number = String(index);
      const common = { number, order, buyer, date } as const;
      if (!isBroken) enterDocument(stores, { ...common, kind: 'invoice' });
      enterDocument(stores, { ...common, kind: 'upd' });
      if (isBroken) continue;
      enterDocument(stores, { ...common, kind: 'act' });
      enterDocument(stores, { ...common, kind: 'factura', number: String(1000 + index) });
    }
  });
  anna = await core.as('anna');
  const period = { organisation: SELLER.party.inn, from: '2026-10-01', to: '2026-10-31' };
  made = unwrap(await anna.call('exchange.export', { commandId: core.newId(), ...period }));
  const pieces: string[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const piece: OutputOf<'exchange.file'> = unwrap(
      await anna.call('exchange.file', { exportId: made.exportId, part: 'message', offset }),
    );
    pieces.push(piece.bytes);
    offset = piece.next;
  }
  text = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).toString('utf8');
}, 120_000);
afterAll(() => core.close());

const sumOf = (items: readonly { sum: string }[]): Kopecks =>
  sumMoney(items.map(({ sum }) => kopecks(BigInt(sum.replace('.', '')))));

test('two hundred orders: five broken documents are listed and absent, the rest is there', () => {
  expect(made.leftOut.map(({ number }) => Number(number)).toSorted((a, b) => a - b)).toEqual([...BROKEN]);
  const message = unwrap(readMessage(text));
  const numbers = new Set(
    message.objects.flatMap(({ type, number }) => (type === 'Документ.СчетФактураВыданный' ? [number] : [])),
  );
  for (const number of BROKEN) expect(numbers.has(String(number))).toBe(false);
  expect(made.counts).toMatchObject({
    'Документ.ЗаказКлиента': 195,
    'Документ.РеализацияТоваровУслуг': 390,
    'Документ.СчетФактураВыданный': 390,
  });
});

test('sums and НДС of the file, the manifest and the register agree to the kopeck', () => {
  const message = unwrap(readMessage(text));
  const sales = message.objects.filter(({ type }) => type === 'Документ.РеализацияТоваровУслуг');
  expect(moneyToDecimal(sumOf(sales))).toBe(made.sum);
  expect(made.agrees).toBe(true);
  const left = sumOf(made.leftOut);
  const inRegister = BigInt(made.register['sale']?.sum.replace('.', '') ?? '0');
  expect(inRegister - left).toBe(BigInt(made.sum.replace('.', '')));
  // НДС of the sales by rate, from the lines of the file itself.
  const saleText = text.split('\n').filter((line) => line.startsWith('<Документ.РеализацияТоваровУслуг>'));
  const byRate = new Map<string, bigint>();
  for (const line of saleText)
    for (const [, rate = '', vat = '0'] of line.matchAll(
      /<СтавкаНДС><Ставка>(\d+)<\/Ставка>[^С]*?<РасчетнаяСтавка>.*?<\/СтавкаНДС><СуммаНДС>([\d.]+)<\/СуммаНДС>/gu,
    ))
      byRate.set(rate, (byRate.get(rate) ?? 0n) + BigInt(vat.replace('.', '')));
  expect(Object.fromEntries([...byRate].map(([rate, vat]) => [rate, moneyToDecimal(kopecks(vat))]))).toEqual(made.vat);
});
