import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalToText, formatDecimal, MAX_SCALE, parseDecimal } from '#shared/kernel/decimal.ts';

describe('decimal', () => {
  it.each([
    ['1,5', '1.5', '1,5'],
    ['1.500', '1.5', '1,5'],
    ['0.000001', '0.000001', '0,000001'],
    ['1 250,5', '1250.5', '1\u00A0250,5'],
    ['-0,5', '-0.5', '−0,5'],
    ['100', '100', '100'],
    ['1,00000000001', '1.00000000001', '1,00000000001'],
  ])('«%s» is %s and shows as «%s»', (text, canonical, shown) => {
    const parsed = parseDecimal(text);
    expect(parsed.ok && [decimalToText(parsed.value), formatDecimal(parsed.value)]).toEqual([canonical, shown]);
  });

  it.each(['', 'x', '1.', '.5', '1,2.3', '1e5', '1,000000000001', '٣'])('«%s» is no quantity', (text) => {
    expect(parseDecimal(text)).toEqual({ ok: false, error: 'notDecimal' });
  });

  it('survives print and parse, for people and for machines', () => {
    const decimals = fc.record({
      units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      scale: fc.integer({ min: 0, max: MAX_SCALE }),
    });
    fc.assert(
      fc.property(decimals, (value) => {
        const canonical = decimalToText(value);
        const again = parseDecimal(canonical);
        expect(again.ok && decimalToText(again.value)).toBe(canonical);
        const shown = parseDecimal(formatDecimal(value).replace('\u2212', '-'));
        expect(shown.ok && decimalToText(shown.value)).toBe(canonical);
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });
});
