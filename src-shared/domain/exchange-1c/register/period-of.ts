import { addDays, isoDate, yearOf, type IsoDate } from '../../../kernel/date.ts';
import { dateOfCell, plain, type SheetRow } from './cells.ts';

export type RegisterPeriod = { readonly from: IsoDate; readonly to: IsoDate };

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

const monthOf = (year: number, month: number): RegisterPeriod => {
  const start = isoDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const next =
    month === 12 ? isoDate(`${year + 1}-01-01`) : isoDate(`${year}-${String(month + 1).padStart(2, '0')}-01`);
  return { from: start, to: addDays(next, -1) };
};

/** «за Октябрь 2026 г.», «Период: 01.10.2026 - 31.10.2026»: what the title of a report says. */
const statedPeriod = (title: string): RegisterPeriod | null => {
  const [first, second] = [...title.matchAll(/\d{2}\.\d{2}\.\d{4}/gu)].map(([text]) => dateOfCell(text));
  if (first && second && first <= second) return { from: first, to: second };
  const named = /за ([а-я]+) (\d{4})/u.exec(plain(title));
  const month = MONTHS.findIndex((start) => named?.[1]?.startsWith(start));
  return month >= 0 && named?.[2] !== undefined ? monthOf(Number(named[2]), month + 1) : null;
};

/** The period of a register: as it says, else the whole months that its documents fall into. */
export const periodOfRegister = (
  head: readonly SheetRow[],
  dates: readonly (IsoDate | null)[],
): RegisterPeriod | null => {
  const stated = statedPeriod(head.flat().join(' '));
  if (stated !== null) return stated;
  const known = dates.filter((date) => date !== null).toSorted();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: isoDate(`${first.slice(0, 7)}-01`),
    to: monthOf(yearOf(last), Number(last.slice(5, 7))).to,
  };
};
