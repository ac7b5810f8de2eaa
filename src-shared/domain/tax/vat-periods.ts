import { isoDate, type IsoDate } from '../../kernel/date.ts';
import { pickValid, type Validity } from '../../kernel/validity.ts';
import type { VatRate } from '../../kernel/vat.ts';

/** The general rate of НДС of a period with its reduced and advance companions. */
export type VatPeriod = Validity & {
  readonly general: VatRate;
  readonly reduced: VatRate;
  readonly generalAdvance: VatRate;
  readonly reducedAdvance: VatRate;
};

/** Periods of documents.md §2.1, checked 2026-11; закон 28.11.2025 № 425-ФЗ raised the rate to 22 %. */
export const VAT_PERIODS: readonly VatPeriod[] = [
  {
    validFrom: isoDate('2004-01-01'),
    validTo: isoDate('2018-12-31'),
    general: '18',
    reduced: '10',
    generalAdvance: '18/118',
    reducedAdvance: '10/110',
  },
  {
    validFrom: isoDate('2019-01-01'),
    validTo: isoDate('2025-12-31'),
    general: '20',
    reduced: '10',
    generalAdvance: '20/120',
    reducedAdvance: '10/110',
  },
  {
    validFrom: isoDate('2026-01-01'),
    validTo: null,
    general: '22',
    reduced: '10',
    generalAdvance: '22/122',
    reducedAdvance: '10/110',
  },
];

/** The special rates of УСН payers exist since this day. */
export const USN_RATES_FROM: IsoDate = isoDate('2025-01-01');

/** Rates in force on a date of shipment or completion; null before the table begins. */
export const vatPeriodOn = (date: IsoDate): VatPeriod | null => pickValid(VAT_PERIODS, date);

/** Last year's income above which a УСН payer is no longer exempt, in millions of roubles by the year of the papers. */
export const USN_EXEMPTION_LIMITS: Readonly<Record<number, number>> = { 2025: 60, 2026: 20, 2027: 15, 2028: 10 };
