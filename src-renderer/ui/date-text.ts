import { addDays, daysBetween, parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import { err, type Result } from '#shared/kernel/result.ts';

/**
 * A date as hands type it: «20.11.2026», «20.11.26», «20.11», «20», «20/11», «+3» (days from today), «2026-11-20».
 * Without a year or a month the nearest to today is meant: «05.01» typed in December is next January.
 */
export const parseDateText = (text: string, today: IsoDate): Result<IsoDate, 'notDate'> => {
  const trimmed = text.trim();
  const shift = /^([+−-])(\d{1,3})$/u.exec(trimmed);
  if (shift) return { ok: true, value: addDays(today, Number(shift[2]) * (shift[1] === '+' ? 1 : -1)) };
  const iso = parseIsoDate(trimmed);
  if (iso.ok) return iso;
  const parts = /^(\d{1,2})(?:[.,/ ](\d{1,2})(?:[.,/ ](\d{2}|\d{4}))?)?$/u.exec(trimmed);
  if (!parts) return err('notDate');
  const [, day = '', month, year] = parts;
  const candidates = candidateMonths(today, month, year).flatMap((prefix) => {
    const parsed = parseIsoDate(`${prefix}-${day.padStart(2, '0')}`);
    return parsed.ok ? [parsed.value] : [];
  });
  const [nearest] = candidates.sort((a, b) => distance(today, a) - distance(today, b));
  return nearest === undefined ? err('notDate') : { ok: true, value: nearest };
};

const distance = (a: IsoDate, b: IsoDate): number => Math.abs(daysBetween(a, b));

/** Months, as «2026-11», in which the typed day may lie. */
const candidateMonths = (today: IsoDate, month: string | undefined, year: string | undefined): readonly string[] => {
  const thisYear = Number(today.slice(0, 4));
  if (month === undefined) {
    const index = thisYear * 12 + Number(today.slice(5, 7)) - 1;
    return [index - 1, index, index + 1].map((each) => monthPrefix(Math.floor(each / 12), (each % 12) + 1));
  }
  if (year === undefined) return [thisYear - 1, thisYear, thisYear + 1].map((each) => monthPrefix(each, Number(month)));
  return [monthPrefix(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month))];
};

const monthPrefix = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
