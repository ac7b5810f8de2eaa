import { fold } from './purpose/fold.ts';

/** «О», «З», «I» and «Б» typed or recognised in the place of a digit. */
const DIGIT_OF: Readonly<Record<string, string>> = { о: '0', з: '3', l: '1', i: '1', б: '6' };

const LOOKALIKES = /(?<=\d)[озliб](?=\d)/gu;

/**
 * A number in the form in which two spellings of it are equal: «СЧ-000031», «сч 31» and «сч31» are `сч/31`, «15-24» and
 * «015/24» are `15/24`. Empty when there is no digit.
 */
export const numberKey = (number: string): string => {
  if (isDigits(number)) return withoutZeros(number);
  const text = fold(number).replaceAll(LOOKALIKES, (letter) => DIGIT_OF[letter] ?? letter);
  const segments = text.match(/\d+|\p{L}+/gu) ?? [];
  if (!segments.some(isDigits)) return '';
  return segments.map((segment) => (isDigits(segment) ? withoutZeros(segment) : segment)).join('/');
};

/** The same without letters: the payer leaves out the prefix, or adds one of his own program. */
export const digitsKey = (key: string): string => key.split('/').filter(isDigits).join('/');

/** `1204/26` and `1204/2026` → `1204`; null when the last part is no year of that time. */
const withoutYear = (key: string): string | null => {
  const found = /^(.*\d)\/(?:20)?(2\d)$/u.exec(key);
  return found?.[1] ?? null;
};

/** Keys under which a document is found, the most exact first. */
export const keysOf = (number: string): string[] => {
  if (isDigits(number)) return [withoutZeros(number)];
  const key = numberKey(number);
  if (key === '') return [];
  const digits = digitsKey(key);
  const short = withoutYear(digits);
  return [...new Set([key, digits, ...(short === null ? [] : [short])])];
};

/** One digit more, less, another, or two neighbours swapped: 1240 for 1204. */
export const isOneSlip = (one: string, other: string): boolean => {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
};

const isDigits = (text: string): boolean => /^\d+$/u.test(text);

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/u, '');
