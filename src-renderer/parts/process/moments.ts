import { isoDate } from '#shared/kernel/date.ts';
import { nearDate } from '#renderer/text/dates.ts';

/** «сегодня 14:00», «23.11 пн 18:00»: a moment on the wall clock of the company. */
export const momentText = (moment: string, today: string): string =>
  `${nearDate(isoDate(moment.slice(0, 10)), isoDate(today))} ${moment.slice(11, 16)}`;

/** The same in a narrow place: of today only the time, of another day only the day. */
export const shortMoment = (moment: string, today: string): string =>
  moment.slice(0, 10) === today ? moment.slice(11, 16) : nearDate(isoDate(moment.slice(0, 10)), isoDate(today));
