import { digitsOf } from './check-digits.ts';

const KEY_WEIGHTS = [7, 1, 3] as const;

/** The key of an account: 23 digits with weights 7, 1, 3; the last digits of the products add up to a multiple of ten. */
const isKeyRight = (prefix: string, account: string): boolean =>
  digitsOf(prefix + account).reduce((sum, digit, index) => sum + ((digit * (KEY_WEIGHTS[index % 3] ?? 0)) % 10), 0) %
    10 ===
  0;

/** БИК of a Russian bank or of the treasury: nine digits, the country code 04 or 01–02 of treasury bodies. */
export const isBic = (text: string): boolean => /^0[0-4]\d{7}$/u.test(text) && !/^0+$/u.test(text);

export type AccountKind =
  | 'organisation'
  | 'entrepreneur'
  | 'individual'
  | 'state'
  | 'nonResident'
  | 'treasury'
  | 'unified'
  | 'correspondent'
  | 'other';

const KINDS_BY_START: readonly (readonly [RegExp, AccountKind])[] = [
  [/^03/u, 'treasury'],
  [/^40102/u, 'unified'],
  [/^301/u, 'correspondent'],
  [/^(?:40702|40703|40701)/u, 'organisation'],
  [/^40802/u, 'entrepreneur'],
  [/^(?:40817|423)/u, 'individual'],
  [/^(?:40807|40820|426)/u, 'nonResident'],
  [/^(?:405|406)/u, 'state'],
];

/** Whose account it is, by its first digits (documents.md §13.1). */
export const accountKind = (account: string): AccountKind =>
  KINDS_BY_START.find(([start]) => start.test(account))?.[1] ?? 'other';

const isAccount = (text: string): boolean => /^\d{20}$/u.test(text);

/** Does the correspondent account belong to that bank: 20 digits, the key, the last three digits of the БИК. */
export const isCorrAccountOfBic = (bic: string, corr: string): boolean => {
  if (!isBic(bic) || !isAccount(corr)) return false;
  const isUnified = accountKind(corr) === 'unified';
  if (!isUnified && corr.slice(-3) !== bic.slice(-3)) return false;
  return isKeyRight(`0${bic.slice(4, 6)}`, corr);
};

/**
 * Does the settlement account belong to that bank. Treasury accounts (03…) have another key that the forms do not
 * publish, so only their length is checked; the единый казначейский счет (40102…) keeps the correspondent rule.
 */
export const isAccountOfBic = (bic: string, account: string): boolean => {
  if (!isBic(bic) || !isAccount(account)) return false;
  const kind = accountKind(account);
  if (kind === 'treasury') return true;
  return isKeyRight(kind === 'unified' ? `0${bic.slice(4, 6)}` : bic.slice(6), account);
};

/** True for an account of the treasury system: the payee has an ЕКС instead of a correspondent account. */
export const isTreasuryAccount = (account: string): boolean => accountKind(account) === 'treasury';

const CURRENCY_DIGITS: Readonly<Record<string, string>> = {
  '810': 'RUB',
  '643': 'RUB',
  '840': 'USD',
  '978': 'EUR',
  '156': 'CNY',
  '398': 'KZT',
  '933': 'BYN',
};

/** Currency in digits 6–8: rouble accounts carry 810, treasury ones 643; null for a currency we do not know. */
export const accountCurrency = (account: string): string | null => CURRENCY_DIGITS[account.slice(5, 8)] ?? null;
