import { formatDate, type IsoDate } from '../../../kernel/date.ts';
import { formatDecimal } from '../../../kernel/decimal.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import { editionOf } from '../../forms/editions.ts';
import { innKpp, nameAddress } from '../../grammar/party-lines.ts';
import type { Order } from '../../order/order.ts';
import type { Totals } from '../../order/totals.ts';
import type { Party } from '../../party/party.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import { countryByCode } from '../../units/countries.ts';
import { currencyByLetters } from '../../units/currencies.ts';
import type { AdvancePayment, DocumentSource } from '../document-source.ts';
import { from, type Traced, type TracedTree } from '../traced.ts';
import { markView } from './head-view.ts';
import { DASH, orDash, orderLeaf } from './leaf.ts';
import { placeFlags, vatText, type SummedLine } from './lines-view.ts';
import { headsView } from './signer-view.ts';

/** An ИП is named in full words, a company as it writes itself (documents.md §9, line 2). */
const legalName = (party: Party): string => (party.kind === 'ip' ? party.fullName : party.shortName || party.fullName);

const sideView = (side: 'organisation' | 'buyer', party: Party): Record<string, TracedTree> => ({
  name: from.directory(`${side}.fullName`, orDash(legalName(party))),
  address: from.directory(`${side}.legalAddress`, orDash(party.legalAddress)),
  innKpp: from.directory(`${side}.inn`, orDash(innKpp(party))),
});

/** Lines 3 and 4 are for goods only; the seller who ships himself is «он же». */
export const placesView = (source: DocumentSource, hasGoods: boolean): Record<'consignor' | 'consignee', Traced> => {
  const { consignor, consignee } = tripRoles(source);
  const isSeller = consignor?.id === source.organisation.party.id;
  const consignorText = consignor === null ? DASH : isSeller ? 'он же' : nameAddress(consignor);
  return {
    consignor: from.directory('order.trip.route', hasGoods ? consignorText : DASH),
    consignee: from.directory('order.trip.route', hasGoods && consignee ? nameAddress(consignee) : DASH),
  };
};

/** Графы А, 1 … 11 of one line. */
export const facturaLine = (
  source: DocumentSource,
  { line, sums, path, index }: SummedLine,
  count: number,
): { readonly [key: string]: TracedTree } => {
  const { order } = source;
  const given = (field: string, text: string): Traced => orderLeaf(order, `${path}.${field}`, orDash(text));
  const sum = (text: string): Traced => from.computed(`order.${path}.price`, text);
  return {
    index: String(index + 1),
    code: given('code', line.code),
    name: given('name', line.name),
    kindCode: DASH,
    unitCode: given('unitCode', line.unitCode),
    unitName: given('unitName', line.unitName),
    quantity: given('quantity', formatDecimal(sums.quantity)),
    price: sum(formatMoney(sums.priceWithoutVat)),
    net: sum(formatMoney(sums.net)),
    excise: 'без акциза',
    vatRate: from.computed(`order.${path}.vatRate`, formatVatRate(sums.rate)),
    vat: from.computed(`order.${path}.vatRate`, vatText(sums)),
    gross: sum(formatMoney(sums.gross)),
    countryCode: given('countryCode', line.countryCode),
    countryName: given('countryCode', countryByCode(line.countryCode)?.name ?? ''),
    declaration: given('customsDeclaration', line.customsDeclaration),
    ...placeFlags(index, count),
  };
};

/** «Всего к оплате». */
export const facturaTotals = (totals: Totals): Record<string, TracedTree> => {
  const isTaxed = totals.byRate.some(({ rate }) => rate !== 'none');
  return {
    net: from.computed('order.lines', formatMoney(totals.net)),
    vat: from.computed('order.lines', isTaxed ? formatMoney(totals.vat) : 'без НДС'),
    gross: from.computed('order.lines', formatMoney(totals.gross)),
  };
};

/** Signatures of the счет-фактура; blank where it is not one (a УПД of status 2). */
export const facturaSigners = (source: DocumentSource, isSigned: boolean): Record<string, TracedTree> => {
  const { party } = source.organisation;
  const heads = headsView(party, source.kind, source.date);
  const isEntrepreneur = heads['isEntrepreneur'] === true;
  const record = party.ogrn
    ? joinPresent([`ОГРНИП ${party.ogrn}`, party.ogrnDate ? `от ${formatDate(party.ogrnDate)}` : ''], ' ')
    : '';
  const shown = (condition: boolean, leaf: TracedTree): TracedTree => (isSigned && condition ? leaf : '');
  return {
    headName: shown(!isEntrepreneur, heads['headName'] ?? ''),
    accountantName: shown(!isEntrepreneur, heads['accountantName'] ?? ''),
    entrepreneurName: shown(isEntrepreneur, heads['headName'] ?? ''),
    entrepreneurRecord: shown(isEntrepreneur, from.directory('organisation.ogrn', record)),
  };
};

const currencyText = (letters: string): string => {
  const currency = currencyByLetters(letters);
  return currency === null ? letters : `${currency.name}, ${currency.code}`;
};

/** «№ 10 от 16.02.2026» */
const numberAndDate = ({ number, date }: { readonly number: string; readonly date: IsoDate }): string =>
  `№${NBSP}${number} от ${formatDate(date)}`;

/** «№ 145 от 16.11.2026» */
export const orderNumber = (order: Pick<Order, 'number' | 'date'>): string => numberAndDate(order);

/** Lines 5 and 5б: payments and счета-фактуры of the advances that a shipment sets off (documents.md §2.2, §9). */
export const advancesView = ({ offsetAdvances = [] }: DocumentSource): Record<string, TracedTree> => {
  const facturas = offsetAdvances.map(
    (advance) =>
      numberAndDate(advance) +
      (advance.revision
        ? ` исправление №${NBSP}${advance.revision.number} от ${formatDate(advance.revision.date)}`
        : ''),
  );
  return {
    payments: paymentsLeaf(offsetAdvances.flatMap(({ payment }) => payment ?? [])),
    advanceInvoices: from.computed('document.advances', orDash(facturas.join('; '))),
  };
};

/** What line 5 calls one payment: «№ 345 от 16.02.2026». */
export const paymentText = (payment: Pick<AdvancePayment, 'number' | 'date'>): string => numberAndDate(payment);

/** Line 5: «№ 345 от 16.02.2026; № 346 от 17.02.2026». */
export const paymentsLeaf = (payments: readonly Pick<AdvancePayment, 'number' | 'date'>[]): Traced =>
  from.computed('document.advances', orDash(payments.map(paymentText).join('; ')));

/** What the счет-фактура and the УПД have alike: edition of the form by the document's date, lines 2, 6, 7 and 8. */
export const facturaHead = (source: DocumentSource): Record<string, TracedTree> => {
  const edition = editionOf(source.kind, source.date);
  return {
    mark: markView(source.mark),
    formReference: edition?.reference ?? '',
    hasLine5b: edition?.line5b ?? false,
    entrepreneurCaption: edition?.ipCaption ?? '',
    seller: sideView('organisation', source.organisation.party),
    buyer: sideView('buyer', source.buyer),
    currency: orderLeaf(source.order, 'currency', currencyText(source.order.currency)),
    govContract: DASH,
  };
};
