import { addDays, isoDate, weekdayOf, type IsoDate } from '../../kernel/date.ts';

/** A moment on the wall clock of the company, `2026-11-19T18:00`, to the minute. Processes speak of «чт 18:00», not of UTC. */
export type LocalTime = string & { readonly __unit: 'localTime' };

/** `18:00` */
export type ClockTime = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
const MINUTE_MS = 60_000;

export const isLocalTime = (text: string): text is LocalTime =>
  SHAPE.test(text) && !Number.isNaN(Date.parse(`${text}Z`));

/** For moments written in the program itself and in tests; throws on a bad one. */
export const localTime = (text: string): LocalTime => {
  if (!isLocalTime(text)) throw new RangeError(`not a local time: ${text}`);
  return text;
};

export const dayOf = (moment: LocalTime): IsoDate => isoDate(moment.slice(0, 10));
export const clockOf = (moment: LocalTime): ClockTime => moment.slice(11);
export const at = (date: IsoDate, time: ClockTime): LocalTime => localTime(`${date}T${time}`);

export const addMinutes = (moment: LocalTime, minutes: number): LocalTime =>
  localTime(new Date(Date.parse(`${moment}Z`) + Math.round(minutes) * MINUTE_MS).toISOString().slice(0, 16));

/** Whole minutes from `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: LocalTime, to: LocalTime): number =>
  Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / MINUTE_MS);

/** The hours in which people work and the days on which they do. */
export type WorkingCalendar = {
  readonly isWorkingDay: (date: IsoDate) => boolean;
  readonly from: ClockTime;
  readonly to: ClockTime;
};

/** Calendars know a few years; a search that leaves them must end. */
const MOST_DAYS = 400;

const stepTo = (date: IsoDate, step: 1 | -1, fits: (each: IsoDate) => boolean): IsoDate => {
  let day = date;
  for (let count = 0; count < MOST_DAYS && !fits(day); count += 1) day = addDays(day, step);
  return day;
};

/** The day itself when people work on it, else the next such day. */
const workingDayFrom = (date: IsoDate, { isWorkingDay }: WorkingCalendar): IsoDate => stepTo(date, 1, isWorkingDay);

/** The day itself when people work on it, else the one before: blocks tied to a weekday move to an earlier day (GAP-05). */
export const workingDayUpTo = (date: IsoDate, { isWorkingDay }: WorkingCalendar): IsoDate =>
  stepTo(date, -1, isWorkingDay);

/** So many working days after (before, when negative) the date; zero is the date itself. */
export const addWorkingDays = (date: IsoDate, days: number, { isWorkingDay }: WorkingCalendar): IsoDate => {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; left -= 1) day = stepTo(addDays(day, step), step, isWorkingDay);
  return day;
};

/** So many working minutes later; what does not fit into the day goes on the next working morning. */
export const addWorkingMinutes = (moment: LocalTime, minutes: number, calendar: WorkingCalendar): LocalTime => {
  let current = toWorkingTime(moment, calendar);
  let left = minutes;
  for (let count = 0; count < MOST_DAYS; count += 1) {
    const today = minutesBetween(current, at(dayOf(current), calendar.to));
    if (left <= today) return addMinutes(current, left);
    left -= today;
    current = at(workingDayFrom(addDays(dayOf(current), 1), calendar), calendar.from);
  }
  return current;
};

/** The moment itself inside working hours, else the beginning of the next ones. */
export const toWorkingTime = (moment: LocalTime, calendar: WorkingCalendar): LocalTime => {
  const day = dayOf(moment);
  const isOff = !calendar.isWorkingDay(day) || clockOf(moment) >= calendar.to;
  if (isOff) return at(workingDayFrom(isOff ? addDays(day, 1) : day, calendar), calendar.from);
  return clockOf(moment) < calendar.from ? at(day, calendar.from) : moment;
};

/** The given weekday (1 Monday … 7 Sunday) of the week in which the date lies. */
export const weekdayInWeekOf = (date: IsoDate, weekday: number): IsoDate => addDays(date, weekday - weekdayOf(date));
