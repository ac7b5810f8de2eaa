import { formatDateLong, parseIsoDate } from '../kernel/date.ts';

/** What a person reads of a refusal: what happened, what is safe, what to do. */
export type ErrorText = { readonly what: string; readonly safe: string; readonly action: string };

const UNCHANGED = 'Ничего не изменено.';

/** A refusal changes nothing unless its text says what is safe. */
export const say = (what: string, action: string, safe = UNCHANGED): ErrorText => ({ what, safe, action });

/** «20 ноября 2026 г.»; what is no date stays as it is. */
export const dateText = (text: string): string => {
  const date = parseIsoDate(text);
  return date.ok ? formatDateLong(date.value) : text;
};
