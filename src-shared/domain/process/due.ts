import type { Due, Repeat, Shift } from './definition-due.ts';
import {
  addMinutes,
  addWorkingDays,
  addWorkingMinutes,
  at,
  clockOf,
  dayOf,
  isLocalTime,
  localTime,
  toWorkingTime,
  weekdayInWeekOf,
  workingDayUpTo,
  type LocalTime,
  type WorkingCalendar,
} from './local-time.ts';
import { addDays, parseIsoDate } from '../../kernel/date.ts';
import type { Fields, FieldValue } from './state.ts';

const shifted = (from: LocalTime, shift: Shift, fields: Fields, calendar: WorkingCalendar): LocalTime => {
  const { minutes = 0, hours = 0, workingHours = 0, workingDays = 0, time } = shift;
  const days = (shift.days ?? 0) + daysIn(shift.daysOf, fields);
  let moment = addMinutes(from, minutes + hours * 60);
  if (days !== 0) moment = at(addDays(dayOf(moment), days), clockOf(moment));
  if (workingDays !== 0) moment = at(addWorkingDays(dayOf(moment), workingDays, calendar), clockOf(moment));
  if (workingHours !== 0) moment = addWorkingMinutes(moment, workingHours * 60, calendar);
  if (time !== undefined) moment = at(dayOf(moment), time);
  return shift.inWorkingTime === true ? toWorkingTime(moment, calendar) : moment;
};

/** An empty field adds nothing; part of a day is not counted. */
const daysIn = (code: string | undefined, fields: Fields): number => {
  const value = code === undefined ? 0 : fields[code];
  return typeof value === 'number' ? Math.trunc(value) : 0;
};

/** A date counts from the beginning of the working day; anything else is no moment. */
const momentOf = (value: FieldValue | undefined, calendar: WorkingCalendar): LocalTime | null => {
  if (typeof value !== 'string') return null;
  if (isLocalTime(value)) return value;
  const date = parseIsoDate(value);
  return date.ok ? at(date.value, calendar.from) : null;
};

/** The moment something is due; null while the field it hangs on is empty. */
export const dueAt = (due: Due, from: LocalTime, fields: Fields, calendar: WorkingCalendar): LocalTime | null => {
  if ('endOfDay' in due) return at(dayOf(from), calendar.to);
  if ('after' in due) return shifted(from, due.after, fields, calendar);
  if ('weekday' in due) {
    const day = workingDayUpTo(weekdayInWeekOf(dayOf(from), due.weekday), calendar);
    const moment = at(day, due.time);
    // Begun after its hour (GAP-16): what is left of that working day.
    return moment < from ? at(dayOf(from), clockOf(from) < calendar.to ? calendar.to : clockOf(from)) : moment;
  }
  const moment = momentOf(fields[due.field], calendar);
  return moment === null ? null : shifted(moment, due.shift ?? {}, fields, calendar);
};

/** The first moment of a repeating timer after `now`; what was missed in between is one (EN-32). */
export const nextRepeat = (
  repeat: Repeat,
  fired: LocalTime,
  now: LocalTime,
  fields: Fields,
  calendar: WorkingCalendar,
): LocalTime | null => {
  const later = now > fired ? now : fired;
  if ('minutes' in repeat) return stepPast(fired, repeat.minutes, later);
  const value = fields[repeat.by];
  if (typeof value !== 'number') return null;
  const row = repeat.table.find(({ upTo }) => upTo === null || value <= upTo);
  if (row?.times) return nextOfTimes(row.times, later);
  if (row?.hours === undefined) return null;
  const moment = stepPast(fired, row.hours * 60, later);
  return row.inWorkingTime === true ? toWorkingTime(moment, calendar) : moment;
};

const stepPast = (from: LocalTime, minutes: number, past: LocalTime): LocalTime => {
  const behind = (Date.parse(`${past}Z`) - Date.parse(`${from}Z`)) / 60_000;
  return addMinutes(from, (Math.floor(behind / minutes) + 1) * minutes);
};

const nextOfTimes = (times: readonly string[], past: LocalTime): LocalTime => {
  const day = dayOf(past);
  const today = times.map((time) => at(day, time)).filter((moment) => moment > past);
  const [first] = [...today, ...times.map((time) => at(addDays(day, 1), time))].toSorted();
  return localTime(first ?? past);
};
