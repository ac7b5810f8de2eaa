import { err, ok, type Result } from './result.ts';

/** A calendar date of a document, `2026-11-21`. It has no time and no zone. */
export type IsoDate = string & { readonly __unit: 'date' };

/** A moment in UTC, `2026-11-21T09:41:00.000Z`; the names of such fields end in `At`. */
export type IsoInstant = string & { readonly __unit: 'instant' };

const DAY_MS = 86_400_000;

const toMs = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

const fromMs = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10) as IsoDate;

/** `2026-11-21` only; 30 February and other words are refused. */
export const parseIsoDate = (text: string): Result<IsoDate, 'notDate'> => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return err('notDate');
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || fromMs(ms) !== text) return err('notDate');
  return ok(text as IsoDate);
};

/** For dates written in the program itself; throws on a bad one. */
export const isoDate = (text: string): IsoDate => {
  const parsed = parseIsoDate(text);
  if (!parsed.ok) throw new RangeError(`not a date: ${text}`);
  return parsed.value;
};

export const addDays = (date: IsoDate, days: number): IsoDate => fromMs(toMs(date) + days * DAY_MS);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((toMs(to) - toMs(from)) / DAY_MS);

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: IsoDate): number => new Date(toMs(date)).getUTCDay() || 7;

const MONTHS_GENITIVE = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** «21.11.2026», for tables. */
export const formatDate = (date: IsoDate): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

/** «21 ноября 2026 г.», for titles; the spaces do not break. */
export const formatDateLong = (date: IsoDate): string => {
  const month = MONTHS_GENITIVE[Number(date.slice(5, 7)) - 1] ?? '';
  return `${Number(date.slice(8, 10))}\u00A0${month} ${date.slice(0, 4)}\u00A0г.`;
};

/** «„21“ ноября 2026 г.» of signature lines. */
export const formatDateQuoted = (date: IsoDate): string => {
  const month = MONTHS_GENITIVE[Number(date.slice(5, 7)) - 1] ?? '';
  return `«${date.slice(8, 10)}» ${month} ${date.slice(0, 4)}\u00A0г.`;
};

/** The calendar date of a moment in Moscow, the time zone of Russian accounting (UTC+3 all year since 2014). */
export const moscowDateOf = (instant: IsoInstant): IsoDate => fromMs(Date.parse(instant) + 3 * 3_600_000);
