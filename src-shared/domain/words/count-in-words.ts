import { Gender, numeralize } from 'numeralize-ru';
import type { Decimal } from '../../kernel/decimal.ts';
import { divideRounded } from '../../kernel/money.ts';
import { capitalize, plural } from '../../kernel/text.ts';

const GENDERS = { m: Gender.Masculine, f: Gender.Feminine, n: Gender.Neuter } as const;

/** «двадцать одно место», «две тонны»: the numeral agrees with the word. `count` is a whole number, not negative. */
export const countInWords = (count: number, gender: 'm' | 'f' | 'n', one: string, few: string, many: string): string =>
  `${numeralize(count, GENDERS[gender])} ${plural(count, one, few, many)}`;

/** «Двадцать один»: the number alone, masculine, as «порядковых номеров записей» of a ТОРГ-12 are counted. */
export const numberInWords = (count: number): string => capitalize(numeralize(count, GENDERS.m));

/** «Четыре места» of transport papers. */
export const placesInWords = (places: number): string =>
  capitalize(countInWords(places, 'n', 'место', 'места', 'мест'));

/** «Двадцать одно наименование» of trade papers. */
export const itemsInWords = (items: number): string =>
  capitalize(countInWords(items, 'n', 'наименование', 'наименования', 'наименований'));

/** Mass of kilograms in words, to the gram: «Четыреста восемьдесят килограммов пятьсот граммов». */
export const massInWords = (kilograms: Decimal): string => {
  const grams = divideRounded(kilograms.units * 1000n, 10n ** BigInt(kilograms.scale));
  const whole = Number(grams / 1000n);
  const rest = Number(grams % 1000n);
  const kilogramWords = countInWords(whole, 'm', 'килограмм', 'килограмма', 'килограммов');
  const gramWords = rest === 0 ? '' : ` ${countInWords(rest, 'm', 'грамм', 'грамма', 'граммов')}`;
  return capitalize(`${kilogramWords}${gramWords}`);
};
