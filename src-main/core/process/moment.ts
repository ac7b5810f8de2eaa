import { isWorkingDay } from '#shared/domain/bank/working-days.ts';
import {
  addMinutes,
  at,
  clockOf,
  localTime,
  type LocalTime,
  type WorkingCalendar,
} from '#shared/domain/process/local-time.ts';
import type { Clock } from '../../ports/clock.ts';

const MOSCOW_MINUTES = 180;

/** Now on the wall clock of the company: Moscow time, on the day that the clock calls today. */
export const localNow = (clock: Clock): LocalTime => {
  const moscow = addMinutes(localTime(clock.now().slice(0, 16)), MOSCOW_MINUTES);
  return at(clock.today(), clockOf(moscow));
};

/** The production calendar of Russia with moved days, and office hours. */
export const CALENDAR: WorkingCalendar = { isWorkingDay, from: '09:00', to: '18:00' };
