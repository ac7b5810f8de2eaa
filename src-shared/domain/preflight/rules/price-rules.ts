import { parseIsoDate } from '../../../kernel/date.ts';
import { formatMoney, kopecks } from '../../../kernel/money.ts';
import { documentTotals } from '../../document/document-lines.ts';
import type { DocumentView } from '../../document/document-source.ts';
import type { Json } from '../../document/document.ts';
import { viewOf } from '../../document/views/view-of.ts';
import type { Facts } from '../facts.ts';
import { CARRIAGE_DOCUMENTS, CARRIER_DOCUMENTS } from '../kind-groups.ts';
import { block, warn, type Found, type Rule } from '../rule.ts';
import { withTrip } from './with-trip.ts';

const textsOf = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const printed = (view: DocumentView): string => textsOf(view.data).join('\n');

/** Sums of the client that would give him away; one that the carrier gets too says nothing. */
const clientSums = ({ source }: Facts): readonly string[] => {
  const totals = documentTotals('invoice', source.order, source.organisation, source.date);
  const own = source.order.trip?.carrierPrice ?? null;
  return [...source.order.lines.map(({ price }) => price), totals.gross, totals.net]
    .filter((sum) => sum > 0n && sum !== own)
    .map(formatMoney);
};

/** How the client is reached; a client whose place is on the route is met there anyway. */
const clientContacts = ({ source }: Facts): readonly string[] => {
  const { buyer, order } = source;
  if (order.trip?.route.some(({ partyId }) => partyId === buyer.id)) return [];
  return [buyer.phone, buyer.email, buyer.contactName].map((text) => text.trim()).filter((text) => text.length > 4);
};

/** The last guard behind the separate view models: a template or a comment may carry what the model never would. */
const clientOnCarrierPaper = (facts: Facts): Found[] => {
  // A date that is none cannot be printed, and other rules have said so.
  if (!parseIsoDate(facts.source.date).ok) return [];
  const text = printed(viewOf(facts.source));
  const found: Found[] = [];
  const sum = clientSums(facts).find((one) => new RegExp(`(?<![\\d\\u00A0])${one}(?!\\d)`, 'u').test(text));
  if (sum !== undefined) found.push(block('carrier.clientPrice', 'order.lines', { sum }));
  const contact = clientContacts(facts).find((one) => text.includes(one));
  if (contact !== undefined) found.push(block('carrier.clientContact', 'buyer.contactName', { contact }));
  return found;
};

const HUNDRED = 100n;

/** Forwarding lives on the difference; a carriage of one's own goods has none. */
const margin = ({ source, context }: Facts): Found[] => {
  const { order } = source;
  const cost = order.trip?.carrierPrice ?? null;
  if (order.business !== 'freight' || cost === null) return [];
  const price = documentTotals('invoice', order, source.organisation, source.date).gross;
  const data = { price: formatMoney(price), cost: formatMoney(cost) };
  if (cost >= price) return [warn('margin.none', 'order.trip.carrierPrice', data)];
  const limit = context.marginLimitPercent;
  if (limit === null) return [];
  const left = kopecks(price - cost);
  return left * HUNDRED < price * BigInt(Math.round(limit))
    ? [warn('margin.low', 'order.trip.carrierPrice', { ...data, left: formatMoney(left), limit: String(limit) })]
    : [];
};

/** R-F11 and R-F12: the client's money and the carrier's. */
export const PRICE_RULES: readonly Rule[] = [
  { id: 'R-F11', kinds: CARRIER_DOCUMENTS, check: clientOnCarrierPaper },
  { id: 'R-F12', kinds: CARRIAGE_DOCUMENTS, check: withTrip(margin) },
];
