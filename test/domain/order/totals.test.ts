import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTotals } from '#shared/domain/order/totals.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { formatMoney, kopecks, parseMoney, sumMoney, ZERO } from '#shared/kernel/money.ts';
import type { VatRate } from '#shared/kernel/vat.ts';
import { aLine, anOrder } from '#test/helpers/a-source.ts';

const D2026 = isoDate('2026-11-20');
const money = (text: string) => {
  const parsed = parseMoney(text);
  return parsed.ok ? parsed.value : ZERO;
};
const shown = (split: { net: bigint; vat: bigint; gross: bigint }): string[] =>
  [split.net, split.vat, split.gross].map((sum) => formatMoney(kopecks(sum)).replaceAll('\u00A0', ' '));

describe('sums of an order', () => {
  // Vectors of documents.md §2.1 for 250 000,00.
  it.each([
    ['osno', '22', ['204 918,03', '45 081,97', '250 000,00']],
    ['osno', '10', ['227 272,73', '22 727,27', '250 000,00']],
    ['usn7', null, ['233 644,86', '16 355,14', '250 000,00']],
    ['usn5', null, ['238 095,24', '11 904,76', '250 000,00']],
    ['osno', '0', ['250 000,00', '0,00', '250 000,00']],
    ['usnExempt', null, ['250 000,00', '0,00', '250 000,00']],
  ] as const)('of %s at %s split the tax out of the price', (regime, vatRate, sums) => {
    const order = anOrder({ lines: [aLine({ quantity: '1', price: money('250000'), vatRate })] });
    expect(shown(computeTotals(order, regime, D2026))).toEqual(sums);
  });

  it('put the tax on top when the price is without it', () => {
    const order = anOrder({
      priceIncludesVat: false,
      lines: [aLine({ quantity: '3', price: money('33.33'), vatRate: '22' })],
    });
    expect(shown(computeTotals(order, 'osno', D2026))).toEqual(['99,99', '22,00', '121,99']);
  });

  it('take the rate of the shipment whatever the order says', () => {
    const order = anOrder({ lines: [aLine({ vatRate: '20' })] });
    expect(computeTotals(order, 'osno', D2026).lines[0]?.rate).toBe('22');
    expect(computeTotals(order, 'osno', isoDate('2025-12-31')).lines[0]?.rate).toBe('20');
  });

  it('weigh goods by exact fractions and round once, half up', () => {
    const order = anOrder({ lines: [aLine({ quantity: '12,345', price: money('449.90'), vatRate: '10' })] });
    // 12,345 · 449,90 = 5 554,0155 → 5 554,02; tax 5 554,02 · 10/110 = 504,9109… → 504,91
    expect(shown(computeTotals(order, 'osno', D2026))).toEqual(['5 049,11', '504,91', '5 554,02']);
  });

  it('take the discount off the line', () => {
    const order = anOrder({
      lines: [aLine({ quantity: '3', price: money('100'), discountPercent: '12.5', vatRate: 'none' })],
    });
    expect(shown(computeTotals(order, 'osno', D2026))).toEqual(['262,50', '0,00', '262,50']);
  });

  it('give the price per unit from the line and not the other way round', () => {
    const order = anOrder({ lines: [aLine({ quantity: '3', price: money('100'), vatRate: '22' })] });
    expect(computeTotals(order, 'osno', D2026).lines[0]).toMatchObject({
      net: 24590n,
      priceWithoutVat: 8197n,
      priceWithVat: 10000n,
    });
  });

  it('keep one row per rate in the order of the lines', () => {
    const meat = aLine({ vatRate: '10' });
    const order = anOrder({ lines: [meat, aLine({ vatRate: '22', kind: 'service' }), meat] });
    const totals = computeTotals(order, 'osno', D2026);
    expect(totals.byRate.map((row) => row.rate)).toEqual(['10', '22']);
    expect(sumMoney(totals.byRate.map((row) => row.vat))).toBe(totals.vat);
  });

  it('count what is no number as nothing and do not fail', () => {
    const order = anOrder({ lines: [aLine({ quantity: 'много', discountPercent: '?' })] });
    expect(computeTotals(order, 'osno', D2026)).toMatchObject({ gross: 0n, lines: [{ priceWithoutVat: 0n }] });
    expect(computeTotals(anOrder({ lines: [] }), null, D2026)).toMatchObject({ gross: 0n, byRate: [] });
  });

  it('follow the order where the regime of the seller is not known', () => {
    expect(
      computeTotals(anOrder({ lines: [aLine({ vatRate: '10' }), aLine()] }), null, D2026).lines.map(
        (line) => line.rate,
      ),
    ).toEqual(['10', '22']);
  });
});

describe('whatever the lines are', () => {
  const line = fc.record({
    quantity: fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`),
    price: fc.bigInt({ min: 0n, max: 10n ** 11n }).map((value) => kopecks(value)),
    discountPercent: fc
      .integer({ min: 0, max: 10_000 })
      .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`),
    vatRate: fc.constantFrom<VatRate | null>('22', '10', '0', 'none', null),
  });

  it('net and tax make gross, and lines make the total', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, priceIncludesVat) => {
        const order = anOrder({ priceIncludesVat, lines: lines.map((fields) => aLine(fields)) });
        const totals = computeTotals(order, 'osno', D2026);
        for (const split of [totals, ...totals.lines, ...totals.byRate])
          expect(split.net + split.vat).toBe(split.gross);
        for (const sum of ['net', 'vat', 'gross'] as const) {
          expect(sumMoney(totals.lines.map((each) => each[sum]))).toBe(totals[sum]);
          expect(sumMoney(totals.byRate.map((each) => each[sum]))).toBe(totals[sum]);
        }
      }),
      { seed: 20_261_121, numRuns: 150 },
    );
  });
});
