import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assert, InvariantError, requireDefined } from '#shared/kernel/assert.ts';
import { collect, err, ok } from '#shared/kernel/result.ts';
import { capitalize, counted, joinPresent, plural } from '#shared/kernel/text.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { addVat, formatVatRate, isVatRate, splitGross, VAT_RATES, vatPercent } from '#shared/kernel/vat.ts';

describe('words', () => {
  it.each([
    [0, 'документов'],
    [1, 'документ'],
    [2, 'документа'],
    [4, 'документа'],
    [5, 'документов'],
    [11, 'документов'],
    [14, 'документов'],
    [21, 'документ'],
    [111, 'документов'],
    [122, 'документа'],
    [-1, 'документ'],
  ])('%s agrees with «%s»', (count, word) => {
    expect(plural(count, 'документ', 'документа', 'документов')).toBe(word);
  });

  it('print a number with its word, unbroken', () => {
    expect(counted(5, 'документ', 'документа', 'документов')).toBe('5\u00A0документов');
  });

  it('begin with a capital and join what is there', () => {
    expect(capitalize('двадцать')).toBe('Двадцать');
    expect(capitalize('')).toBe('');
    expect(joinPresent(['а', '', null, undefined, 'б'])).toBe('а, б');
    expect(joinPresent(['а', 'б'], '/')).toBe('а/б');
  });
});

describe('tax', () => {
  it.each([
    ['22', '22%'],
    ['0', '0%'],
    ['22/122', '22/122'],
    ['none', 'без НДС'],
  ] as const)('rate %s prints as «%s»', (rate, text) => {
    expect(formatVatRate(rate)).toBe(text);
  });

  it('inside a sum and on top of it is the same for the same rate', () => {
    expect(splitGross(kopecks(12_200), '22')).toEqual({ net: 10_000n, vat: 2200n, gross: 12_200n });
    expect(addVat(kopecks(10_000), '22')).toEqual({ net: 10_000n, vat: 2200n, gross: 12_200n });
    expect([vatPercent('22/122'), vatPercent('none')]).toEqual([22n, 0n]);
    expect([isVatRate('22'), isVatRate('23')]).toEqual([true, false]);
  });

  it('always leaves net and tax that make the whole', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.constantFrom(...VAT_RATES), (sum, rate) => {
        for (const split of [splitGross(kopecks(sum), rate), addVat(kopecks(sum), rate)])
          expect(split.net + split.vat).toBe(split.gross);
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });
});

describe('results and asserts', () => {
  it('keep every error and not only the first', () => {
    expect(collect([ok(1), err('a'), ok(2), err('b')])).toEqual({ ok: false, error: ['a', 'b'] });
    expect(collect([ok(1), ok(2)])).toEqual({ ok: true, value: [1, 2] });
  });

  it('throw for a mistake of the program only', () => {
    expect(() => assert(false, 'because')).toThrow(InvariantError);
    expect(() => requireDefined(null, 'a name')).toThrow('expected a name to be present');
    expect(requireDefined(0, 'a number')).toBe(0);
  });
});
