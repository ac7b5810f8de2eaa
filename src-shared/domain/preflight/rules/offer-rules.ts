import { formatDate } from '../../../kernel/date.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { Facts } from '../facts.ts';
import { INVOICES } from '../kind-groups.ts';
import { hint, warn, type Found, type Rule } from '../rule.ts';

const FIELD = 'order.lines';

/** An invoice stands on the offer that the client agreed to: that version, its sum, its days (LUX-15). */
const againstOffer = ({ source, totals }: Facts): Found[] => {
  const offer = source.offer ?? null;
  if (offer === null) return [];
  const { number, agreedVersion, version, sum, validUntil } = offer;
  if (agreedVersion === null) return [hint('offer.notAgreed', FIELD, { number })];
  if (agreedVersion !== version)
    return [warn('offer.otherVersion', FIELD, { number, agreed: String(agreedVersion), now: String(version) })];
  const found: Found[] = [];
  if (sum !== totals.gross)
    found.push(warn('offer.otherSum', FIELD, { number, agreed: formatMoney(sum), now: formatMoney(totals.gross) }));
  if (source.date > validUntil) found.push(hint('offer.expired', FIELD, { number, until: formatDate(validUntil) }));
  return found;
};

/** R-C2 of invoices: what was agreed before them. */
export const OFFER_RULES: readonly Rule[] = [{ id: 'R-C2', kinds: INVOICES, check: againstOffer }];
