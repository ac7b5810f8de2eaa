import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { DocumentSource, InvoiceBeside } from '#shared/domain/document/document-source.ts';
import { NO_TERMS, termsOf } from '#shared/domain/document/deal-terms.ts';
import { partOf, prepaymentOf } from '#shared/domain/document/invoice-part.ts';
import { registerSum } from '#shared/domain/document/sides/document-side.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks, sumMoney } from '#shared/kernel/money.ts';
import { aLine, anOrder, aSource } from '#test/helpers/a-source.ts';

const beside = (sum: bigint, paid: bigint, kind: InvoiceBeside['kind'] = 'invoice-advance'): InvoiceBeside => ({
  kind,
  number: '7',
  date: isoDate('2026-11-18'),
  sum: kopecks(sum),
  paid: kopecks(paid),
});

const rates = ['22', '10', '0', 'none'] as const;

const anyOrder = fc
  .record({
    priceIncludesVat: fc.boolean(),
    lines: fc.array(
      fc.record({
        price: fc.bigInt(1n, 9_999_999n),
        quantity: fc.integer({ min: 1, max: 999 }),
        rate: fc.constantFrom(...rates),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ priceIncludesVat, lines }) =>
    anOrder({
      priceIncludesVat,
      paymentKind: 'halfAndHalf',
      lines: lines.map(({ price, quantity, rate }, index) =>
        aLine({ position: index + 1, price: kopecks(price), quantity: String(quantity), vatRate: rate }),
      ),
    }),
  );

const both = (source: DocumentSource, prepayment: bigint) => {
  const terms = { ...NO_TERMS, prepayment: kopecks(prepayment) };
  const advance = partOf({ ...source, kind: 'invoice-advance', terms });
  const invoices = [beside(advance.toPay.gross, 0n)];
  return { advance, rest: partOf({ ...source, kind: 'invoice-rest', terms, invoices }) };
};

describe('invoices for a part of an order', () => {
  test('add up to the order to the kopeck, in sum, tax and each rate, whatever the prepayment is', () => {
    fc.assert(
      fc.property(anyOrder, fc.bigInt(1n, 100_000n), (order, share) => {
        const { whole } = partOf({ ...aSource({ order }), kind: 'invoice-advance' });
        const prepayment = (whole.gross * share) / 100_000n;
        const { advance, rest } = both(aSource({ order }), prepayment);
        expect(advance.toPay.gross).toBe(prepayment);
        expect(advance.toPay.gross + rest.toPay.gross).toBe(whole.gross);
        expect(advance.toPay.vat + rest.toPay.vat).toBe(whole.vat);
        for (const [index, { rate, gross, vat }] of whole.byRate.entries()) {
          const parts = [advance.toPay.byRate[index], rest.toPay.byRate[index]];
          expect(parts.map((part) => part?.rate)).toEqual([rate, rate]);
          expect(sumMoney(parts.map((part) => part?.gross ?? kopecks(0n)))).toBe(gross);
          expect(sumMoney(parts.map((part) => part?.vat ?? kopecks(0n)))).toBe(vat);
        }
        for (const { net, vat, gross } of [advance.toPay, rest.toPay]) expect(net + vat).toBe(gross);
      }),
    );
  });

  test('halves of an odd sum: the kopeck is in the advance', () => {
    const order = anOrder({ paymentKind: 'halfAndHalf', lines: [aLine({ price: kopecks(10_001n), quantity: '1' })] });
    const source = aSource({ order });
    expect(prepaymentOf(source, kopecks(10_001n))).toBe(5_001n);
    const invoices = [beside(5_001n, 0n)];
    expect(partOf({ ...source, kind: 'invoice-rest', invoices }).toPay.gross).toBe(5_000n);
  });

  test('all of it paid beforehand has the very tax of the order, and nothing is left', () => {
    const lines = [1, 2, 3].map((position) =>
      aLine({ position, price: kopecks(10_01n), quantity: '1', vatRate: '22' }),
    );
    const source = aSource({ order: anOrder({ paymentKind: 'prepayment', lines }) });
    const { whole, toPay } = partOf({ ...source, kind: 'invoice-advance' });
    expect(toPay.vat).toBe(whole.vat);
    const { toPay: rest } = partOf({ ...source, kind: 'invoice-rest', invoices: [beside(whole.gross, 0n)] });
    expect([rest.gross, rest.vat, rest.net]).toEqual([0n, 0n, 0n]);
  });

  test('the agreed sum wins over the habit; an order that is paid afterwards has none', () => {
    const whole = kopecks(100_00n);
    const terms = termsOf({ prepaymentSum: 30_00 });
    expect(prepaymentOf({ order: anOrder({ paymentKind: 'halfAndHalf' }), terms }, whole)).toBe(30_00n);
    expect(prepaymentOf({ order: anOrder({ paymentKind: 'prepayment' }) }, whole)).toBe(100_00n);
    expect(prepaymentOf({ order: anOrder({ paymentKind: 'postpayment' }) }, whole)).toBeNull();
  });

  test('who paid more than the first invoice owes less; who paid less still has it to pay', () => {
    const source = { ...aSource(), kind: 'invoice-rest' } as const;
    const { gross } = partOf(source).whole;
    const left = (paid: bigint) => partOf({ ...source, invoices: [beside(50_000_00n, paid)] }).toPay.gross;
    expect(left(0n)).toBe(gross - 50_000_00n);
    expect(left(20_000_00n)).toBe(gross - 50_000_00n);
    expect(left(60_000_00n)).toBe(gross - 60_000_00n);
  });

  test('the register counts what each asks for', () => {
    const terms = termsOf({ prepaymentSum: 30_000_00 });
    expect(registerSum({ ...aSource(), kind: 'invoice-advance', terms }).gross).toBe(30_000_00n);
  });
});

describe('what was agreed beside the lines', () => {
  test('is read by its type; anything else is not agreed', () => {
    expect(
      termsOf({ prepaymentSum: '300', deadline: 'завтра', deliveryKind: 'голубем', missingLines: 'Чашка', address: 5 }),
    ).toEqual(NO_TERMS);
    expect(termsOf({ deadline: '2026-11-20T18:00', deliveryKind: 'pickup', deliveryCost: 0 })).toMatchObject({
      deadline: '2026-11-20',
      delivery: { way: 'pickup', cost: 0n },
    });
  });
});
