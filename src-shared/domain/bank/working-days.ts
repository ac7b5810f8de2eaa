import { addDays, daysBetween, weekdayOf, type IsoDate } from '../../kernel/date.ts';
import type { DayRange } from './statement.ts';
import { HOLIDAYS, MOVED_OFF, MOVED_TO_WORK } from './working-calendar.ts';

/**
 * A day on which banks book payments: by the weekday, the holidays of the law and the days moved in 2025–2027
 * (`working-calendar.ts`); in other years nothing is known of moved days.
 */
export const isWorkingDay = (date: IsoDate): boolean => {
  if (MOVED_TO_WORK.has(date)) return true;
  return weekdayOf(date) <= 5 && !HOLIDAYS.has(date.slice(5)) && !MOVED_OFF.has(date);
};

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
