import type { VatRate } from '../../kernel/vat.ts';

const ADVANCE_RATES: Partial<Record<VatRate, VatRate>> = {
  '22': '22/122',
  '20': '20/120',
  '18': '18/118',
  '10': '10/110',
  '7': '7/107',
  '5': '5/105',
};

/**
 * The calculated rate of a payment before a shipment that will carry `rate` (documents.md §2.1); null where an advance
 * is not taxed and no счет-фактура is written for it.
 */
export const advanceRate = (rate: VatRate): VatRate | null => ADVANCE_RATES[rate] ?? null;
