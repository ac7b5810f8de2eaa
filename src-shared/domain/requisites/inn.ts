import { digitsOf, weightedSum } from './check-digits.ts';

const WEIGHTS_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
const WEIGHTS_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
const WEIGHTS_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;

const control = (weights: readonly number[], digits: readonly number[]): number =>
  (weightedSum(weights, digits) % 11) % 10;

/** ИНН of an organisation: ten digits with the check digit; all zeros pass the sum and are refused (documents.md §13.1). */
export const isInn10 = (text: string): boolean => {
  if (!/^\d{10}$/u.test(text) || /^0+$/u.test(text)) return false;
  const digits = digitsOf(text);
  return control(WEIGHTS_10, digits) === digits[9];
};

/** ИНН of a person or ИП: twelve digits with two check digits. */
export const isInn12 = (text: string): boolean => {
  if (!/^\d{12}$/u.test(text) || /^0+$/u.test(text)) return false;
  const digits = digitsOf(text);
  return control(WEIGHTS_11, digits) === digits[10] && control(WEIGHTS_12, digits) === digits[11];
};

export const isInn = (text: string): boolean => isInn10(text) || isInn12(text);
