import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideRounded,
  formatMoney,
  kopecks,
  moneyToDecimal,
  parseMoney,
  sumMoney,
  ZERO,
} from '#shared/kernel/money.ts';

const sums = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((value) => kopecks(value));

describe('money', () => {
  it.each([
    ['118500', 11_850_000n],
    ['118 500,5', 11_850_050n],
    ['118\u00A0500,50', 11_850_050n],
    ['118500.00', 11_850_000n],
    ['0,01', 1n],
    ['−1 200,00', -120_000n],
    ['-1', -100n],
  ])('«%s» is %s kopecks', (text, value) => {
    expect(parseMoney(text)).toEqual({ ok: true, value });
  });

  it.each(['', '1,234', '1,2,3', '1e3', 'сто', '12 руб.', '.5', '--1', 'NaN'])(
    '«%s» is refused, not rounded',
    (text) => {
      expect(parseMoney(text)).toEqual({ ok: false, error: 'notMoney' });
    },
  );

  it.each([
    [11_850_000n, '118\u00A0500,00', '118500.00'],
    [123_456_750n, '1\u00A0234\u00A0567,50', '1234567.50'],
    [5n, '0,05', '0.05'],
    [-120_000n, '−1\u00A0200,00', '-1200.00'],
    [0n, '0,00', '0.00'],
  ])('%s kopecks print as «%s» and «%s»', (value, shown, decimal) => {
    expect([formatMoney(kopecks(value)), moneyToDecimal(kopecks(value))]).toEqual([shown, decimal]);
  });

  it('survives print and parse, for people and for machines', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        expect(parseMoney(formatMoney(sum))).toEqual({ ok: true, value: sum });
        expect(parseMoney(moneyToDecimal(sum))).toEqual({ ok: true, value: sum });
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });

  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-1n, 3n, 0n],
    [1n, -2n, -1n],
  ])('%s / %s is rounded half away from zero to %s', (numerator, denominator, result) => {
    expect(divideRounded(numerator, denominator)).toBe(result);
  });

  it('adds up, nothing being zero', () => {
    expect(sumMoney([])).toBe(ZERO);
    expect(sumMoney([kopecks(1), kopecks(2n)])).toBe(3n);
  });
});
