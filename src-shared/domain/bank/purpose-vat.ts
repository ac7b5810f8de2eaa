import type { IsoDate } from '../../kernel/date.ts';
import { vatPercent } from '../../kernel/vat.ts';
import { vatPeriodOn } from '../tax/vat-periods.ts';

/** Rates that were or are the general one; 10, 5, 7 and 0 % live beside any of them. */
const GENERAL_RATES = [18, 20, 22];

/** «НДС 20%», «НДС(22 %)», «НДС по ставке 20%», «20% НДС», «НДС 20/120». */
const RATE = /(?:НДС|ндс)[^\d%]{0,20}(\d{1,2})(?: {0,3}%|\/1\d\d)|(?<!\d)(\d{1,2}) {0,3}% {0,3}(?:НДС|ндс)/u;

/** Most purposes do not name the tax at all, and this is cheaper to see. */
const NAMES_TAX = /НДС|ндс/u;

/** The rate of НДС that a purpose names; null when it names none. Further than a bank's purpose is long nothing is looked for. */
export const vatRateOfPurpose = (purpose: string): number | null => {
  if (!NAMES_TAX.test(purpose)) return null;
  const found = RATE.exec(purpose.slice(0, 1000));
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? null : Number(digits);
};

export type VatRateConflict = { readonly rate: number; readonly general: number };

/** A general rate of another time than the day of booking; a payment for an earlier shipment may carry it rightly. */
export const vatRateConflict = (purpose: string, day: IsoDate): VatRateConflict | null => {
  const rate = vatRateOfPurpose(purpose);
  const period = vatPeriodOn(day);
  if (rate === null || period === null || !GENERAL_RATES.includes(rate)) return null;
  const general = Number(vatPercent(period.general));
  return rate === general ? null : { rate, general };
};
