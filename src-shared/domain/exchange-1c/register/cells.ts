import { addDays, isoDate, parseIsoDate, type IsoDate } from '../../../kernel/date.ts';
import { parseMoney, type Kopecks } from '../../../kernel/money.ts';

/** A row of a sheet: texts as stored, empty where a cell is empty. */
export type SheetRow = readonly string[];

/** Words of a heading without case, dots and doubled blanks. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .replaceAll(/[.:]/gu, '')
    .trim();

/** A sum as Excel stores it (`118500`, `1.185E5`, `118500.00000000001`) or as 1C prints it («118 500,00»). */
export const sumOfCell = (text: string): Kopecks | null => {
  const stored = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/iu.test(text.trim()) ? Number(text).toFixed(2) : text;
  const sum = parseMoney(stored.trim());
  return sum.ok ? sum.value : null;
};

const EXCEL_EPOCH = isoDate('1899-12-30');
/** 1990 … 2100 in days of Excel: other numbers in a column of dates are something else. */
const SERIALS = { first: 32_874, last: 73_415 } as const;

/** «16.10.2026 0:00:00», `2026-10-16` or the day number of Excel. */
export const dateOfCell = (text: string): IsoDate | null => {
  const russian = /(\d{2})\.(\d{2})\.(\d{4})/u.exec(text);
  const iso = russian ? `${russian[3]}-${russian[2]}-${russian[1]}` : /\d{4}-\d{2}-\d{2}/u.exec(text)?.[0];
  if (iso !== undefined) {
    const date = parseIsoDate(iso);
    return date.ok ? date.value : null;
  }
  const serial = Math.floor(Number(text));
  return serial >= SERIALS.first && serial <= SERIALS.last ? addDays(EXCEL_EPOCH, serial) : null;
};

/** «0000-000012» and «12», «ЗМ00-000012» and «ЗМ-12» are one number: the last group of digits without its zeros. */
export const numberKey = (number: string): string =>
  (/(\d+)\D*$/u.exec(number)?.[1] ?? number).replace(/^0+(?=\d)/u, '');

/** «Вектор Плюс ООО» and «ООО «Вектор Плюс»» are one name; «Вектор-Плюс» is another. */
export const nameKey = (name: string): string =>
  (name.split(/[\n\r]/u)[0] ?? '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/["«»„“'().,]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '' && !LEGAL_FORMS.has(word))
    .toSorted()
    .join(' ');

const LEGAL_FORMS = new Set([
  'ооо',
  'ао',
  'пао',
  'зао',
  'ип',
  'ано',
  'мбоу',
  'общество',
  'с',
  'ограниченной',
  'ответственностью',
  'индивидуальный',
  'предприниматель',
]);
