import { divideRounded, kopecks, sumMoney, ZERO, type Kopecks } from '../../kernel/money.ts';
import { splitGross } from '../../kernel/vat.ts';
import type { RateTotals } from './totals.ts';

/**
 * Shares a part of a price among the rates of its lines, by their sums; the last share takes the odd kopeck, so that the shares
 * always add up to the part. Empty for a price of nothing.
 */
export const shareByRate = (part: Kopecks, byRate: readonly RateTotals[]): readonly RateTotals[] => {
  const whole = sumMoney(byRate.map(({ gross }) => gross));
  if (whole === ZERO) return [];
  let left = part;
  return byRate.map(({ rate, gross }, index) => {
    const share = index === byRate.length - 1 ? left : kopecks(divideRounded(part * gross, whole));
    left = kopecks(left - share);
    return { rate, ...splitGross(share, rate) };
  });
};
