import { formatDate, type IsoDate } from '../../kernel/date.ts';
import type { Kopecks } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** Payment by the QR code of ГОСТ Р 56042-2014 (documents.md §15). Sums are in kopecks. */
export type PaymentQrInput = {
  readonly payeeName: string;
  readonly payeeInn: string;
  /** Empty for an ИП. */
  readonly payeeKpp: string;
  readonly account: string;
  readonly bankName: string;
  readonly bic: string;
  /** Empty when the bank has none. */
  readonly corrAccount: string;
  readonly currency: string;
  readonly sum: Kopecks;
  readonly invoiceNumber: string;
  readonly invoiceDate: IsoDate;
  /** «по договору № 12/26 от 01.02.2026» or empty. */
  readonly contractRef: string;
  /** «в т.ч. НДС 22% 45 081,97 руб.» or «без НДС»; never cut. */
  readonly vatText: string;
};

export type PaymentQrError =
  | { readonly code: 'qr.notRoubles'; readonly currency: string }
  | { readonly code: 'qr.sumNotPositive' }
  | { readonly code: 'qr.fieldMissing'; readonly field: string }
  | { readonly code: 'qr.fieldTooLong'; readonly field: string; readonly limit: number };

/** Longest values of the standard. */
const LIMITS = {
  Name: 160,
  PersonalAcc: 20,
  BankName: 45,
  BIC: 9,
  CorrespAcc: 20,
  Sum: 18,
  Purpose: 210,
  PayeeINN: 12,
  KPP: 9,
} as const;
type Key = keyof typeof LIMITS;

const REQUIRED: readonly Key[] = ['Name', 'PersonalAcc', 'BankName', 'BIC', 'CorrespAcc'];

/** Names may be shortened: the account and the БИК tell the payee. Numbers may not. */
const MAY_BE_CUT: readonly Key[] = ['Name', 'BankName'];

/** `|` divides fields, so it and every control character become a space. */
const clean = (text: string): string =>
  text
    .replaceAll(/[|\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[ \u00A0\u202F]+/gu, ' ')
    .trim();

const cut = (text: string, limit: number): string => Array.from(text).slice(0, Math.max(0, limit)).join('').trimEnd();

/** «Оплата по счету № 7 от 20.11.2026 по договору …, в т.ч. НДС 22% …»; when too long the middle is cut, never the tax. */
export const paymentPurpose = (
  input: Pick<PaymentQrInput, 'invoiceNumber' | 'invoiceDate' | 'contractRef' | 'vatText'>,
): string => {
  const head = clean(
    `Оплата по счету № ${input.invoiceNumber} от ${formatDate(input.invoiceDate)} ${input.contractRef}`,
  );
  const tail = input.vatText ? `, ${clean(input.vatText)}` : '';
  return `${cut(head, LIMITS.Purpose - tail.length)}${tail}`;
};

const fieldsOf = (input: PaymentQrInput): readonly (readonly [Key, string])[] => [
  ['Name', input.payeeName],
  ['PersonalAcc', input.account],
  ['BankName', input.bankName],
  ['BIC', input.bic],
  ['CorrespAcc', input.corrAccount || '0'],
  ['Sum', String(input.sum)],
  ['Purpose', paymentPurpose(input)],
  ['PayeeINN', input.payeeInn],
  ['KPP', input.payeeKpp],
];

/** The text of the code, UTF-8 (`ST00012`). Refused when a bank could not read it; the printed requisites stay. */
export const paymentQrText = (input: PaymentQrInput): Result<string, PaymentQrError> => {
  if (input.currency !== 'RUB') return err({ code: 'qr.notRoubles', currency: input.currency });
  if (input.sum <= 0n) return err({ code: 'qr.sumNotPositive' });
  const parts: string[] = [];
  for (const [key, raw] of fieldsOf(input)) {
    const limit = LIMITS[key];
    const value = MAY_BE_CUT.includes(key) ? cut(clean(raw), limit) : clean(raw);
    if (value === '' && REQUIRED.includes(key)) return err({ code: 'qr.fieldMissing', field: key });
    if (Array.from(value).length > limit) return err({ code: 'qr.fieldTooLong', field: key, limit });
    if (value !== '') parts.push(`${key}=${value}`);
  }
  return ok(`ST00012|${parts.join('|')}`);
};
