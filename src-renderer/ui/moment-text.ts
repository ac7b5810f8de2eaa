import { formatDate, parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { parseDateText } from './date-text.ts';

/** When only the day is typed, the end of the working day is meant. */
const END_OF_DAY = '18:00';

const CLOCK = /^(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2}))?$/u;

/** «18:00», «9.30», «9» → `18:00`, `09:30`, `09:00`. */
const clockOf = (text: string): string | null => {
  const { hours, minutes = '00' } = CLOCK.exec(text)?.groups ?? {};
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
};

/** A day and a time as hands type them: «20.11 18:00», «20 9», «20.11.2026» (then 18:00) → `2026-11-20T18:00`. */
export const parseMomentText = (text: string, today: IsoDate): Result<string, 'notMoment'> => {
  const [day = '', clock] = text.trim().replace('T', ' ').split(/\s+/u);
  const date = parseDateText(day, today);
  const time = clock === undefined ? END_OF_DAY : clockOf(clock);
  return date.ok && time !== null ? { ok: true, value: `${date.value}T${time}` } : err('notMoment');
};

/** `2026-11-20T18:00` as it stands in a field: «20.11.2026 18:00»; anything else is empty. */
export const momentForEditing = (value: string | null): string => {
  const date = parseIsoDate(value?.slice(0, 10) ?? '');
  return date.ok ? `${formatDate(date.value)} ${value?.slice(11, 16) ?? ''}`.trim() : '';
};
