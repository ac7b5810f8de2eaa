import { parseIsoDate } from '../../kernel/date.ts';

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const MONTH_WORD = new RegExp(`(\\d{1,2})[»"\\s]+(${MONTHS.join('|')})[а-я]*\\s+(\\d{4})`, 'iu');

/** The first date of a text: «12.03.2004», «2004-03-12», «12 марта 2004 г.»; null when there is none or it is no day of the calendar. */
export const readDate = (text: string): string | null => {
  const numeric = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/u.exec(text);
  if (numeric !== null) return iso(numeric[3], numeric[2], numeric[1]);
  const standard = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(text);
  if (standard !== null) return iso(standard[1], standard[2], standard[3]);
  const inWords = MONTH_WORD.exec(text);
  if (inWords === null) return null;
  const month = MONTHS.indexOf((inWords[2] ?? '').toLowerCase()) + 1;
  return iso(inWords[3], String(month), inWords[1]);
};

const iso = (year = '', month = '', day = ''): string | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseIsoDate(text).ok ? text : null;
};
