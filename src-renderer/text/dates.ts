import { daysBetween, formatDate, weekdayOf, yearOf, type IsoDate } from '#shared/kernel/date.ts';
import { counted } from '#shared/kernel/text.ts';

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;
const NEAR_DAYS = 14;

/** A date as people say it beside today: «вчера», «сегодня», «завтра», «23.11 пн», farther away «20.11.2026». */
export const nearDate = (date: IsoDate, today: IsoDate): string => {
  const distance = daysBetween(today, date);
  if (distance === -1) return 'вчера';
  if (distance === 0) return 'сегодня';
  if (distance === 1) return 'завтра';
  if (Math.abs(distance) > NEAR_DAYS || yearOf(date) !== yearOf(today)) return formatDate(date);
  return `${date.slice(8, 10)}.${date.slice(5, 7)} ${WEEKDAYS[weekdayOf(date) - 1] ?? ''}`;
};

/** «4 дня»: ages are words, the number stays with its word. */
export const daysInWords = (days: number): string => counted(days, 'день', 'дня', 'дней');
