import { addDays, daysBetween, isoDate, weekdayOf, type IsoDate } from '../kernel/date.ts';
import type { Day } from './specs.ts';

const SATURDAY = 6;

/** The first day of the month that lies so many months before the month of `today`. */
const monthStart = (today: IsoDate, monthsBack: number): IsoDate => {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - monthsBack;
  return isoDate(
    `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`,
  );
};

/** Working days of the month that lies so many months before today's, counted from today as all demo days are. */
export const workingDaysOf = (today: IsoDate, monthsBack: number): readonly Day[] => {
  const first = monthStart(today, monthsBack);
  const end = monthStart(today, monthsBack - 1);
  return Array.from({ length: daysBetween(first, end) }, (_, index) => addDays(first, index))
    .filter((day) => weekdayOf(day) < SATURDAY)
    .map((day) => daysBetween(today, day));
};
