import { sumMoney } from '../../kernel/money.ts';
import { splitGross } from '../../kernel/vat.ts';
import { shareByRate } from '../order/share-by-rate.ts';
import type { RateTotals } from '../order/totals.ts';
import { computeTotals } from '../order/totals.ts';
import { advanceRate } from '../tax/advance-rate.ts';
import { regimeOn } from '../tax/regime-on.ts';
import type { DocumentSource } from './document-source.ts';

type AdvanceSource = Pick<DocumentSource, 'order' | 'organisation' | 'advance'>;

/**
 * What a счет-фактура on an advance states, a row per rate: regime and rates are those of the day of the payment,
 * whatever the rate of the shipment will be (documents.md §2.1). A payment for things of several rates is shared by
 * their sums; the last share takes the odd kopeck. What is not taxed has no row.
 */
export const advanceTotals = ({ order, organisation, advance }: AdvanceSource): readonly RateTotals[] => {
  if (!advance) return [];
  const received = advance.receivedOn ?? advance.date;
  const planned = computeTotals(order, regimeOn(organisation.party, received), received);
  return shareByRate(advance.sum, planned.byRate).flatMap(({ rate, gross }) => {
    const calculated = advanceRate(rate);
    return calculated === null ? [] : [{ rate: calculated, ...splitGross(gross, calculated) }];
  });
};

/** Sum of the taxed part of the payment: what the register counts for the document. */
export const advanceSum = (rows: readonly RateTotals[]): Omit<RateTotals, 'rate'> => ({
  net: sumMoney(rows.map(({ net }) => net)),
  vat: sumMoney(rows.map(({ vat }) => vat)),
  gross: sumMoney(rows.map(({ gross }) => gross)),
});
