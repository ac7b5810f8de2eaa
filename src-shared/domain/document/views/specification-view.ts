import { formatDate } from '../../../kernel/date.ts';
import { formatMoney, type Kopecks } from '../../../kernel/money.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import { nameAddress } from '../../grammar/party-lines.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import { countryByCode } from '../../units/countries.ts';
import { documentTotals } from '../document-lines.ts';
import { halvesOf } from '../../order/halves.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { annexHead } from './annex-head.ts';
import { contractRoles, contractSide } from './contract-sides.ts';
import { docView, markView } from './head-view.ts';
import { orderLeaf } from './leaf.ts';
import { lineViews, summedLines } from './lines-view.ts';
import { orderPaymentText, paymentEventText, withinDays } from './payment-terms.ts';
import { totalsView } from './totals-view.ts';

const dateText = ({ order }: DocumentSource): string => (order.shipDate === null ? '' : formatDate(order.shipDate));

/** Lines of an invoice with the price without tax, the country and the day of delivery. */
const linesView = (source: DocumentSource, totals: ReturnType<typeof documentTotals>): TracedTree[] => {
  const common = lineViews(source, totals);
  return summedLines(source, totals).map(({ line, sums, path }, index) => {
    const country = countryByCode(line.countryCode)?.name ?? '';
    return {
      ...common[index],
      name: orderLeaf(source.order, `${path}.name`, joinPresent([line.name, country && `страна: ${country}`])),
      priceWithoutVat: orderLeaf(source.order, `${path}.price`, formatMoney(sums.priceWithoutVat)),
      delivery: orderLeaf(source.order, 'shipDate', dateText(source) || 'по договору'),
    };
  });
};

const roubles = (part: Kopecks): string => `${formatMoney(part)}${NBSP}руб.`;

/** One payment of the schedule; their sums make the total to the kopeck. */
const scheduleTexts = ({ order, contract }: DocumentSource, gross: Kopecks): string[] => {
  if (order.paymentKind === 'halfAndHalf') {
    const { advance, rest } = halvesOf(gross);
    return [
      `50${NBSP}% – ${roubles(advance)} – ${withinDays(5, 'banking')} с даты выставления счета`,
      `50${NBSP}% – ${roubles(rest)} – до передачи товара (результата услуг)`,
    ];
  }
  const term = contract
    ? `${withinDays(contract.paymentDays, contract.paymentDayKind)} ${paymentEventText(contract.paymentEvent, 'both')}`
    : orderPaymentText(order.paymentKind, 'both');
  return [`100${NBSP}% – ${roubles(gross)} – ${term}`];
};

const deliveryView = (source: DocumentSource): Record<string, TracedTree> => {
  const { consignor, consignee, unloading } = tripRoles(source);
  const { trip } = source.order;
  const address = unloading?.address ?? '';
  const way = trip === null ? 'самовывоз со склада' : `доставка по адресу: ${address}`;
  const place = (party: typeof consignor): Traced =>
    from.directory('order.trip.route', party === null ? '' : nameAddress(party));
  return {
    way: orderLeaf(source.order, 'trip', way),
    date: orderLeaf(source.order, 'shipDate', dateText(source) || 'в срок, установленный договором'),
    consignor: place(consignor),
    consignee: place(consignee),
  };
};

/** Спецификация to a contract (documents.md §12.6): what is supplied, when, where and how it is paid. */
export const specificationView = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'specification' } as const;
  const totals = documentTotals('specification', source.order, source.organisation, source.date);
  const roles = contractRoles(source.contract);
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('specification')),
    ...annexHead(source),
    lines: linesView(source, totals),
    totals: totalsView(source, totals, 'Всего:'),
    schedule: scheduleTexts(source, totals.gross).map((text) => ({
      text: from.computed(source.contract ? 'contract.paymentDays' : 'order.paymentKind', text),
    })),
    delivery: deliveryView(source),
    seller: contractSide(source, 'organisation', roles.organisation),
    buyer: contractSide(source, 'buyer', roles.buyer),
  });
};
