import type { IsoDate } from '../../kernel/date.ts';
import type { VatRate } from '../../kernel/vat.ts';
import type { LineKind } from '../order/order.ts';
import type { TaxRegime } from '../party/party.ts';
import { USN_RATES_FROM, vatPeriodOn } from './vat-periods.ts';

/** 1: счет-фактура and transfer paper in one; 2: transfer paper only. */
export type UpdStatus = 1 | 2;

const generalRates = (date: IsoDate): readonly VatRate[] => {
  const period = vatPeriodOn(date);
  return period
    ? [period.general, period.reduced, '0', period.generalAdvance, period.reducedAdvance, 'none']
    : ['0', 'none'];
};

/** Rate tokens a seller of that regime may write for a shipment of that date (matrix of documents.md §2.1). */
export const allowedRates = (regime: TaxRegime, date: IsoDate): readonly VatRate[] => {
  switch (regime) {
    case 'osno':
    case 'usnGeneral':
      return generalRates(date);
    case 'usn5':
      return date >= USN_RATES_FROM ? ['5', '0', '5/105'] : ['none'];
    case 'usn7':
      return date >= USN_RATES_FROM ? ['7', '0', '7/107'] : ['none'];
    case 'osno145':
    case 'usnExempt':
    case 'psn':
    case 'ausn':
    case 'npd':
      return ['none'];
    case 'foreign':
      return [];
  }
};

/** Calculated rates like 22/122 belong to advances; a shipment never carries them. */
const isAdvanceRate = (rate: VatRate): boolean => rate.includes('/');

/** May a line of an invoice, act or УПД of that date carry the rate? */
export const isShipmentRate = (regime: TaxRegime, date: IsoDate, rate: VatRate): boolean =>
  !isAdvanceRate(rate) && allowedRates(regime, date).includes(rate);

/**
 * Rate of a line: what the order asks for when the regime allows it on the date of shipment, else the first rate of
 * the regime. Goods and services have the same default: what is taxed at 10 % is known to the order only.
 */
export const defaultRate = (regime: TaxRegime, date: IsoDate, _lineKind: LineKind, hint: VatRate | null): VatRate => {
  if (hint !== null && isShipmentRate(regime, date, hint)) return hint;
  return allowedRates(regime, date)[0] ?? 'none';
};

/** May the regime write a счет-фактура at all? */
export const canIssueFactura = (regime: TaxRegime): boolean =>
  regime === 'osno' || regime === 'osno145' || regime === 'usn5' || regime === 'usn7' || regime === 'usnGeneral';

/**
 * Status of a УПД. A payer of the tax who sells nothing but exempt goods (ст. 149: every rate is «без НДС») writes
 * status 2 too; a company freed by ст. 145 still writes a счет-фактура, «без налога (НДС)».
 */
export const updStatus = (regime: TaxRegime | null, rates: readonly VatRate[] = []): UpdStatus => {
  if (regime === null || !canIssueFactura(regime)) return 2;
  if (regime === 'osno145') return 1;
  return rates.length > 0 && rates.every((rate) => rate === 'none') ? 2 : 1;
};

const EXEMPT_TEXTS: Partial<Record<TaxRegime, string>> = {
  osno145: 'Без НДС (п. 1 ст. 145 НК РФ)',
  usnExempt: 'Без НДС (п. 1 ст. 145 НК РФ)',
  psn: 'Без НДС (п. 11 ст. 346.43 НК РФ)',
  npd: 'НДС не облагается (ч. 8 ст. 2 422-ФЗ)',
};

/** Words printed instead of a sum of tax. */
export const vatExemptText = (regime: TaxRegime | null): string =>
  (regime ? EXEMPT_TEXTS[regime] : undefined) ?? 'Без НДС';
