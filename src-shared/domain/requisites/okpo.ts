import { digitsOf } from './check-digits.ts';

const remainder = (digits: readonly number[], from: number): number =>
  digits.reduce((sum, digit, index) => sum + digit * (((index + from - 1) % 10) + 1), 0) % 11;

/** ОКПО of an organisation (8 digits) or of an entrepreneur (10 digits) with its check digit (documents.md §13.1). */
export const isOkpo = (text: string): boolean => {
  if (!/^(?:\d{8}|\d{10})$/u.test(text) || /^0+$/u.test(text)) return false;
  const digits = digitsOf(text);
  const body = digits.slice(0, -1);
  const first = remainder(body, 1);
  const key = first === 10 ? remainder(body, 3) % 10 : first;
  return key === digits.at(-1);
};
