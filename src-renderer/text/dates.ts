import {
  daysBetween,
  formatDate,
  formatDateLong,
  isoDate,
  weekdayOf,
  yearOf,
  type IsoDate,
} from '#shared/kernel/date.ts';

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

const DAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;

/** «пятница, 20 ноября», beside the title of the day. */
export const dayInWords = (text: string): string => {
  const date = isoDate(text);
  return `${DAYS[weekdayOf(date) - 1] ?? ''}, ${formatDateLong(date).replace(/ \d{4}\u00A0г\.$/u, '')}`;
};

const two = (number: number): string => String(number).padStart(2, '0');

/** «12:40» on the clock of this computer. */
export const timeInWords = (moment: Date): string => `${two(moment.getHours())}:${two(moment.getMinutes())}`;

/** «сегодня 12:40», «19.11.2026 17:55»: a moment on the clock of this computer. */
export const momentInWords = (instant: string, today: string): string => {
  const moment = new Date(instant);
  const date = isoDate(`${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`);
  return `${nearDate(date, isoDate(today))} ${timeInWords(moment)}`;
};

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** «2026-11» → «ноябрь 2026». */
export const monthInWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
