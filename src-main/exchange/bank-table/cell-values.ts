import { isInn } from '#shared/domain/requisites/inn.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { kopecks, type Kopecks } from '#shared/kernel/money.ts';
import { readDate, readSum } from '../bank-statement/read-value.ts';

const DAY_MS = 86_400_000;
/** Day 0 of a workbook, with the leap day of 1900 that never was. */
const WORKBOOK_EPOCH = Date.UTC(1899, 11, 30);
const SERIAL_DAY = /^([34]\d{4}|5\d{4})(?:\.\d+)?$/u;

/** «20.11.2026 14:05:10», «20.11.26», «2026-11-20T…», and a workbook's own number of a day; null for anything else. */
export const cellDate = (text: string, isWorkbook: boolean): IsoDate | null => {
  const [day = ''] = text.trim().split(/[\sT]/u);
  const [, dayAndMonth, year] = /^(\d{1,2}\.\d{1,2}\.)(\d\d)$/u.exec(day) ?? [];
  const read = readDate(year === undefined ? day : `${dayAndMonth ?? ''}20${year}`);
  if (read !== null) return read.value;
  const [, serial] = isWorkbook ? (SERIAL_DAY.exec(text.trim()) ?? []) : [];
  return serial === undefined
    ? null
    : isoDate(new Date(WORKBOOK_EPOCH + Number(serial) * DAY_MS).toISOString().slice(0, 10));
};

const WORKBOOK_NUMBER = /^\d+(?:\.\d+)?(?:E[+-]?\d+)?$/iu;
/** A workbook keeps numbers as binary fractions: 118500.1 may be written as 118500.10000000001. */
const LARGEST_EXACT = 1e12;

/** A sum with its sign: «−1 234,50 ₽», «(1234.50)», a workbook's number; null for anything else. */
export const cellSum = (text: string, isWorkbook: boolean): Kopecks | null => {
  const bare = text
    .replaceAll(/[₽\u00A0\u202F]|руб\.?|RUB|RUR/giu, (found) => (found === '\u00A0' || found === '\u202F' ? ' ' : ''))
    .trim();
  const isNegative = /^[-−–(]/u.test(bare);
  const plain = bare.replaceAll(/^[-−–+(]\s*|\)$/gu, '').trim();
  const read = readSum(plain)?.value ?? englishSum(plain) ?? (isWorkbook ? numberSum(plain) : null);
  if (read === null) return null;
  return isNegative ? kopecks(-read) : read;
};

/** «118,500.00»: only where the point at the end says that the commas divide thousands. */
const englishSum = (text: string): Kopecks | null =>
  /^\d{1,3}(?:,\d{3})+\.\d\d$/u.test(text) ? (readSum(text.replaceAll(',', ''))?.value ?? null) : null;

const numberSum = (text: string): Kopecks | null => {
  if (!WORKBOOK_NUMBER.test(text)) return null;
  const value = Number(text);
  const cents = value.toFixed(2);
  const isExact = value < LARGEST_EXACT && Math.abs(Number(cents) - value) < 1e-4;
  return isExact ? (readSum(cents)?.value ?? null) : null;
};

/** Twenty digits, spaces between them allowed; empty for what is none. */
export const cellAccount = (text: string): string => {
  const digits = text.replaceAll(/[\s.]/gu, '');
  return /^\d{20}$/u.test(digits) ? digits : '';
};

/** «7700000016/770001001» → both; a workbook drops the zero that an ИНН begins with, and the check digit proves it. */
export const cellTaxIds = (text: string): { readonly inn: string | null; readonly kpp: string | null } => {
  const [first = '', second = ''] = text.trim().split(/\s*[/\\]\s*/u);
  const inn = [first, `0${first}`].find(isInn) ?? null;
  return { inn, kpp: second === '' ? null : second };
};
