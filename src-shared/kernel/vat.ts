import { divideRounded, kopecks, type Kopecks } from './money.ts';

/** Rate tokens of documents.md §2.1; `none` prints «без НДС». */
export const VAT_RATES = [
  '22',
  '20',
  '18',
  '10',
  '7',
  '5',
  '0',
  'none',
  '22/122',
  '20/120',
  '18/118',
  '10/110',
  '7/107',
  '5/105',
] as const;
export type VatRate = (typeof VAT_RATES)[number];

export const isVatRate = (text: string): text is VatRate => VAT_RATES.some((rate) => rate === text);

/** Per cent of a token: 22 for both `22` and `22/122`; 0 for `0` and `none`. */
export const vatPercent = (rate: VatRate): bigint => (rate === 'none' ? 0n : BigInt(rate.split('/')[0] ?? '0'));

export type VatSplit = { readonly net: Kopecks; readonly vat: Kopecks; readonly gross: Kopecks };

/** Tax inside a sum: `vat = round(gross · r / (100 + r))`. */
export const splitGross = (gross: Kopecks, rate: VatRate): VatSplit => {
  const percent = vatPercent(rate);
  const vat = divideRounded(gross * percent, 100n + percent);
  return { net: kopecks(gross - vat), vat: kopecks(vat), gross };
};

/** Tax on top of a sum: `vat = round(net · r / 100)`. */
export const addVat = (net: Kopecks, rate: VatRate): VatSplit => {
  const vat = divideRounded(net * vatPercent(rate), 100n);
  return { net, vat: kopecks(vat), gross: kopecks(net + vat) };
};

/** The rate cell of a form: «22%», «22/122», «без НДС». */
export const formatVatRate = (rate: VatRate): string => {
  if (rate === 'none') return 'без НДС';
  return rate.includes('/') ? rate : `${rate}%`;
};
