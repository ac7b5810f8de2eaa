import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from '#shared/domain/words/amount-in-words.ts';
import { countInWords, itemsInWords, massInWords, placesInWords } from '#shared/domain/words/count-in-words.ts';
import { parseDecimal } from '#shared/kernel/decimal.ts';
import { kopecks, parseMoney, ZERO } from '#shared/kernel/money.ts';

const words = (text: string, currency?: string): string => {
  const sum = parseMoney(text);
  return amountInWords(sum.ok ? sum.value : ZERO, currency);
};

describe('sums in words', () => {
  // Vectors of documents.md §14.5.
  it.each([
    ['0,00', 'Ноль рублей 00 копеек'],
    ['0,01', 'Ноль рублей 01 копейка'],
    ['1', 'Один рубль 00 копеек'],
    ['2', 'Два рубля 00 копеек'],
    ['11', 'Одиннадцать рублей 00 копеек'],
    ['21', 'Двадцать один рубль 00 копеек'],
    ['111', 'Сто одиннадцать рублей 00 копеек'],
    ['1001', 'Одна тысяча один рубль 00 копеек'],
    ['2002002,02', 'Два миллиона две тысячи два рубля 02 копейки'],
    ['21021,21', 'Двадцать одна тысяча двадцать один рубль 21 копейка'],
    ['1001000', 'Один миллион одна тысяча рублей 00 копеек'],
    ['1000000000', 'Один миллиард рублей 00 копеек'],
    ['21000000000', 'Двадцать один миллиард рублей 00 копеек'],
    ['118500', 'Сто восемнадцать тысяч пятьсот рублей 00 копеек'],
    ['-345,21', 'Минус триста сорок пять рублей 21 копейка'],
  ])('spells %s as «%s»', (sum, text) => {
    expect(words(sum)).toBe(text);
  });

  it('spells almost a trillion', () => {
    expect(words('999999999999,99')).toMatch(
      /^Девятьсот девяносто девять миллиардов .* девяносто девять рублей 99 копеек$/u,
    );
  });

  it.each([
    ['USD', 'Двадцать один доллар 02 цента'],
    ['EUR', 'Двадцать один евро 02 цента'],
    ['CNY', 'Двадцать один юань 02 фэня'],
    ['KZT', 'Двадцать одно тенге 02 тиына'],
    ['BYN', 'Двадцать один белорусский рубль 02 копейки'],
    ['XYZ', 'Двадцать один XYZ 02 сотых'],
  ])('spells a sum in %s without calling it roubles', (currency, text) => {
    expect(words('21,02', currency)).toBe(text);
  });

  it('has digits only for kopecks, two of them, whatever the sum', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (sum) => {
        const text = amountInWords(kopecks(sum));
        const digits = text.match(/\d/gu) ?? [];
        expect(digits.join('')).toBe(String(sum % 100n).padStart(2, '0'));
        expect(text.charAt(0)).toBe(text.charAt(0).toUpperCase());
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });
});

describe('counts in words', () => {
  it('agrees the numeral with the word', () => {
    expect(countInWords(21, 'f', 'тонна', 'тонны', 'тонн')).toBe('двадцать одна тонна');
    expect([1, 2, 5, 11, 21, 111].map(placesInWords)).toEqual([
      'Одно место',
      'Два места',
      'Пять мест',
      'Одиннадцать мест',
      'Двадцать одно место',
      'Сто одиннадцать мест',
    ]);
    expect([21, 111].map(itemsInWords)).toEqual(['Двадцать одно наименование', 'Сто одиннадцать наименований']);
  });

  it.each([
    ['480', 'Четыреста восемьдесят килограммов'],
    ['480.5', 'Четыреста восемьдесят килограммов пятьсот граммов'],
    ['1', 'Один килограмм'],
    ['0.001', 'Ноль килограммов один грамм'],
    ['22.0004', 'Двадцать два килограмма'],
  ])('spells the mass %s kg as «%s»', (mass, text) => {
    const parsed = parseDecimal(mass);
    expect(parsed.ok && massInWords(parsed.value)).toBe(text);
  });
});
