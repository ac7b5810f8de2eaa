import type { PortalSettings } from './contract.ts';

const HOUR_MS = 3_600_000;
const two = (value: number): string => String(value).padStart(2, '0');

const offsetText = (hours: number): string => {
  const minutes = Math.round(Math.abs(hours) * 60);
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const wallClock = (ms: number, hours: number): string => new Date(ms + hours * HOUR_MS).toISOString().slice(0, 19);

/** A moment in the server's zone, as the `time` block tells it. */
export const serverMoment = (ms: number, settings: PortalSettings): string =>
  `${wallClock(ms, settings.serverOffsetHours)}${offsetText(settings.serverOffsetHours)}`;

/** A moment of a record: the employee's wall clock with the server's offset, which is the trap of crm.md §1.6. */
export const shownMoment = (ms: number, settings: PortalSettings): string =>
  `${wallClock(ms, settings.serverOffsetHours + settings.userShiftHours)}${offsetText(settings.serverOffsetHours)}`;

/** A day without a time, shown as midnight. */
export const shownDay = (day: string, settings: PortalSettings): string =>
  `${day}T00:00:00${offsetText(settings.serverOffsetHours)}`;

const FULL_FORM = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/u;
const RUSSIAN_FORM = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d):(\d\d)(?::(\d\d))?)?$/u;

export type ReadMoment = { readonly ms: number; readonly isIso: boolean; readonly hasTime: boolean };

/**
 * A date of a filter or of a field as UTC ms; null where it is none. What has no offset is read in the server's zone;
 * `zone: 'user'` takes every wall clock for the employee's.
 */
export const readMoment = (
  text: string,
  settings: PortalSettings,
  zone: PortalSettings['dateFilterZone'] = 'user',
): ReadMoment | null => {
  const iso = FULL_FORM.exec(text);
  const russian = iso === null ? RUSSIAN_FORM.exec(text) : null;
  const parts = iso ?? (russian === null ? null : reordered(russian));
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hours, minutes, seconds] = parts;
  const wall = Date.parse(`${year}-${month}-${day}T${hours ?? '00'}:${minutes ?? '00'}:${seconds ?? '00'}Z`);
  if (Number.isNaN(wall)) return null;
  const offset = iso?.[7] === undefined ? settings.serverOffsetHours : hoursOfOffset(iso[7]);
  const shift = zone === 'user' ? settings.userShiftHours : 0;
  return {
    ms: wall - (offset + shift) * HOUR_MS,
    isIso: iso !== null && text.includes('T'),
    hasTime: hours !== undefined,
  };
};

const reordered = (match: RegExpExecArray): readonly (string | undefined)[] => {
  const [whole, day, month, year, hours, minutes, seconds] = match;
  return [whole, year, month, day, hours, minutes, seconds];
};

const hoursOfOffset = (text: string): number => {
  if (text === 'Z') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) + Number(text.slice(-2)) / 60);
};
