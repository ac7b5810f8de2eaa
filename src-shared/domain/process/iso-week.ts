import { addDays, daysBetween, isoDate, weekdayOf, type IsoDate } from '../../kernel/date.ts';

/** `2026-W46`: the week by ISO 8601, Monday first; the first week of a year is the one with its first Thursday. */
const isoWeekOf = (date: IsoDate): string => {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(isoDate(`${year}-01-01`), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};

/** The week after the one of the date: what is planned on Thursday and Friday is the next week. */
export const weekAfter = (date: IsoDate): string => isoWeekOf(addDays(date, 7));
