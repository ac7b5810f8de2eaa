import { addDays, daysBetween, weekdayOf, type IsoDate } from '../../kernel/date.ts';
import type { DayRange } from './statement.ts';

/** Non-working holidays of ст. 112 ТК РФ, month and day. */
const HOLIDAYS = new Set([
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]);

/**
 * A day on which banks book payments, by the weekday and the holidays of the law. Days that the government moves from year
 * to year are not known here: whoever has a calendar of the year gives its own function instead.
 */
export const isWorkingDay = (date: IsoDate): boolean => weekdayOf(date) <= 5 && !HOLIDAYS.has(date.slice(5));

/** Longer gaps are not looked through day by day: a mistyped year must not cost a minute. */
const LONGEST_GAP_DAYS = 100;

/** `count` is null for a gap too long to be looked through. */
export type MissingDays = DayRange & { readonly count: number | null };

/** Parts of `whole` that no range covers and that hold a working day, cut to the first and the last such day. */
export const missingWorkingDays = (
  whole: DayRange,
  covered: readonly DayRange[],
  isWorking: (date: IsoDate) => boolean,
): MissingDays[] => {
  const missing: MissingDays[] = [];
  let next = whole.from;
  const closeGap = (from: IsoDate, to: IsoDate): void => {
    if (from > to) return;
    const gap = workingDaysOf(from, to, isWorking);
    if (gap !== null) missing.push(gap);
  };
  for (const range of covered.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (range.from > next) closeGap(next, range.from > whole.to ? whole.to : addDays(range.from, -1));
    if (range.to >= next) next = addDays(range.to, 1);
  }
  closeGap(next, whole.to);
  return missing;
};

const workingDaysOf = (from: IsoDate, to: IsoDate, isWorking: (date: IsoDate) => boolean): MissingDays | null => {
  const length = daysBetween(from, to) + 1;
  if (length > LONGEST_GAP_DAYS) return { from, to, count: null };
  const days = Array.from({ length }, (_, index) => addDays(from, index)).filter(isWorking);
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { from: first, to: last, count: days.length };
};
