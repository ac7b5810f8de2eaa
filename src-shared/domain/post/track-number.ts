import { err, ok, type Result } from '../../kernel/result.ts';

/** Why a text is no number of a postal item, as the end of a sentence. */
export type TrackFault = 'нужно 14 цифр или номер вида RA123456789RU' | 'контрольная цифра не сходится';

/** ШПИ: weights 3 and 1 by turns over thirteen digits, up to the next ten. */
const isInland = (digits: string): boolean => {
  const sum = Array.from(digits.slice(0, 13)).reduce(
    (all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(digits.charAt(13));
};

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Items across borders, S10 of the Universal Postal Union: eight weighted digits and a check digit. */
const isInternational = (digits: string): boolean => {
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(digits.charAt(at)), 0);
  const check = 11 - (sum % 11);
  return (check === 10 ? 0 : check === 11 ? 5 : check) === Number(digits.charAt(8));
};

/** The number of a postal item without spaces, its check digit verified (product.md B6, vectors in §8.2). */
export const parseTrack = (text: string): Result<string, TrackFault> => {
  const track = text.replaceAll(/[\s\u00A0-]/gu, '').toUpperCase();
  if (/^\d{14}$/u.test(track)) return isInland(track) ? ok(track) : err('контрольная цифра не сходится');
  const foreign = /^[A-Z]{2}(\d{9})[A-Z]{2}$/u.exec(track);
  if (!foreign) return err('нужно 14 цифр или номер вида RA123456789RU');
  return isInternational(foreign[1] ?? '') ? ok(track) : err('контрольная цифра не сходится');
};
