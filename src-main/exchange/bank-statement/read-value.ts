import { parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import { kopecks, type Kopecks } from '#shared/kernel/money.ts';

/** `isOdd`: written in a way that the format does not know, but that has only one meaning. */
export type ReadValue<T> = { readonly value: T; readonly isOdd: boolean };

/** Fifteen digits of roubles: more would not fit a column of the base, and no bank moves that much. */
const PLAIN_SUM = /^\d{1,15}(?:\.\d{1,2})?$/u;
const ODD_SUM = /^(\d{1,15}|\d{1,3}(?:[ \u00A0\u202F]\d{3}){1,4})(?:[.,](\d{1,2})|-(\d{2}))?$/u;

const ofParts = (whole: string, fraction: string): Kopecks => kopecks(BigInt(whole + fraction.padEnd(2, '0')));

/** «1234.5», and with a remark «1234,50», «1 234.50», «1234-56»; null for anything else (formats §1.6 rule 6). */
export const readSum = (text: string): ReadValue<Kopecks> | null => {
  if (PLAIN_SUM.test(text)) {
    const point = text.indexOf('.');
    return {
      value: point === -1 ? ofParts(text, '') : ofParts(text.slice(0, point), text.slice(point + 1)),
      isOdd: false,
    };
  }
  const [, whole, fraction, dashed] = ODD_SUM.exec(text) ?? [];
  return whole === undefined
    ? null
    : { value: ofParts(whole.replaceAll(/\D/gu, ''), fraction ?? dashed ?? ''), isOdd: true };
};

/** A balance may be zero and, with an overdraft, below it. */
export const readBalance = (text: string): ReadValue<Kopecks> | null => {
  const isNegative = text.startsWith('-');
  const sum = readSum(isNegative ? text.slice(1) : text);
  return sum === null || !isNegative ? sum : { value: kopecks(-sum.value), isOdd: sum.isOdd };
};

const PLAIN_DATE = /^(\d{2})\.(\d{2})\.(\d{4})$/u;
const SHORT_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2099;

/** «21.11.2026», and with a remark «1.2.2026» and «2026-11-21»; null for days that there are not (formats §1.6 rule 7). */
export const readDate = (text: string): ReadValue<IsoDate> | null => {
  const isOdd = !PLAIN_DATE.test(text);
  const [, day = '', month = '', year = ''] = SHORT_DATE.exec(text) ?? [];
  const parsed = parseIsoDate(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!parsed.ok) return null;
  const yearNumber = Number(parsed.value.slice(0, 4));
  return yearNumber < EARLIEST_YEAR || yearNumber > LATEST_YEAR ? null : { value: parsed.value, isOdd };
};

const LEADING_NUMBERS =
  /^(?:(?:ИНН|КПП)(?![а-яё])[\s:№.]*\d*|\d{10}(?:\d\d)?(?=[\s,\\/]))(?:[\\/]\s*\d{0,9}(?!\d))?[\s,;]*/iu;

/** «ИНН 7700000016\770001001, ООО "Ромашка"» → the name alone (formats §1.6 rule 10). */
export const nameWithoutNumbers = (text: string): string => {
  const withoutInn = text.replace(LEADING_NUMBERS, '');
  return withoutInn.replace(LEADING_NUMBERS, '').trim();
};
