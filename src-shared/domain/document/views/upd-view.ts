import { formatDate, formatDateQuoted } from '../../../kernel/date.ts';
import { formatDecimal } from '../../../kernel/decimal.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import { editionOf } from '../../forms/editions.ts';
import { innKpp, nameAddress, nameInnKpp } from '../../grammar/party-lines.ts';
import type { Totals } from '../../order/totals.ts';
import type { Party } from '../../party/party.ts';
import { signatoryFor } from '../../party/signing.ts';
import type { AdvanceInvoice } from '../../preflight/preflight-context.ts';
import { updStatus, type UpdStatus } from '../../tax/regime-rates.ts';
import { sellerRegimeOf } from '../../tax/tax-date.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import { countryByCode } from '../../units/countries.ts';
import { currencyByLetters } from '../../units/currencies.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { basisLeaf } from './basis-line.ts';
import { docView, markView } from './head-view.ts';
import { DASH, orDash, orderLeaf } from './leaf.ts';
import { placeFlags, summedLines, vatText, type SummedLine } from './lines-view.ts';
import { headsView, nameOf } from './signer-view.ts';
import { massText } from './trip-texts.ts';

const RECEIVE_BLANK = '«____» ______________ 20__ г.';

/** An ИП is named in full words, a company as it writes itself (documents.md §9, line 2). */
const legalName = (party: Party): string => (party.kind === 'ip' ? party.fullName : party.shortName || party.fullName);

const sideView = (side: 'organisation' | 'buyer', party: Party): Record<string, TracedTree> => ({
  name: from.directory(`${side}.fullName`, orDash(legalName(party))),
  address: from.directory(`${side}.legalAddress`, orDash(party.legalAddress)),
  innKpp: from.directory(`${side}.inn`, orDash(innKpp(party))),
});

/** Lines 3 and 4 are for goods only; the seller who ships himself is «он же». */
const placesView = (source: DocumentSource, hasGoods: boolean): Record<'consignor' | 'consignee', Traced> => {
  const { consignor, consignee } = tripRoles(source);
  const isSeller = consignor?.id === source.organisation.party.id;
  const consignorText = consignor === null ? DASH : isSeller ? 'он же' : nameAddress(consignor);
  return {
    consignor: from.directory('order.trip.route', hasGoods ? consignorText : DASH),
    consignee: from.directory('order.trip.route', hasGoods && consignee ? nameAddress(consignee) : DASH),
  };
};

const lineView = (source: DocumentSource, { line, sums, path, index }: SummedLine, count: number): TracedTree => {
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

const totalsView = (totals: Totals): Record<string, TracedTree> => {
  const isTaxed = totals.byRate.some(({ rate }) => rate !== 'none');
  return {
    net: from.computed('order.lines', formatMoney(totals.net)),
    vat: from.computed('order.lines', isTaxed ? formatMoney(totals.vat) : 'без НДС'),
    gross: from.computed('order.lines', formatMoney(totals.gross)),
  };
};

/** Signatures of the счет-фактура part: blank under status 2, where there is no счет-фактура. */
const facturaSigners = (source: DocumentSource, status: UpdStatus): Record<string, TracedTree> => {
  const { party } = source.organisation;
  const heads = headsView(party, 'upd', source.date);
  const isEntrepreneur = heads['isEntrepreneur'] === true;
  const record = party.ogrn
    ? joinPresent([`ОГРНИП ${party.ogrn}`, party.ogrnDate ? `от ${formatDate(party.ogrnDate)}` : ''], ' ')
    : '';
  const shown = (condition: boolean, leaf: TracedTree): TracedTree => (status === 1 && condition ? leaf : '');
  return {
    headName: shown(!isEntrepreneur, heads['headName'] ?? ''),
    accountantName: shown(!isEntrepreneur, heads['accountantName'] ?? ''),
    entrepreneurName: shown(isEntrepreneur, heads['headName'] ?? ''),
    entrepreneurRecord: shown(isEntrepreneur, from.directory('organisation.ogrn', record)),
  };
};

/** Line [11]: the electronic waybill when it has its number, and the mass where no paper says it. */
const transportText = (source: DocumentSource): string => {
  const { trip } = source.order;
  if (trip === null) return DASH;
  return orDash(joinPresent([trip.etrnUid ? `ЭТрН, УИД ${trip.etrnUid}` : '', massText(trip.cargo)], '; '));
};

const transferView = (source: DocumentSource): Record<string, TracedTree> => {
  const { party } = source.organisation;
  const person = signatoryFor(party, 'upd', source.date);
  const signer = {
    position: from.directory('organisation.signatories', person?.position ?? ''),
    name: from.directory('organisation.signatories', nameOf(person)),
  };
  const blank = { position: '', name: '' };
  return {
    basis: basisLeaf(source),
    transport: orderLeaf(source.order, 'trip', transportText(source)),
    handedBy: signer,
    shipDate: orderLeaf(source.order, 'shipDate', formatDateQuoted(source.order.shipDate ?? source.date)),
    shipNotes: DASH,
    responsible: signer,
    sellerSubject: from.directory('organisation', nameInnKpp(party)),
    receivedBy: blank,
    receiveDate: RECEIVE_BLANK,
    receiveNotes: '',
    buyerResponsible: blank,
    buyerSubject: from.directory('buyer', nameInnKpp(source.buyer)),
  };
};

const currencyText = (letters: string): string => {
  const currency = currencyByLetters(letters);
  return currency === null ? letters : `${currency.name}, ${currency.code}`;
};

const advancesText = (advances: readonly AdvanceInvoice[]): string =>
  orDash(advances.map(({ number, date }) => `№${NBSP}${number} от ${formatDate(date)}`).join('; '));

/**
 * УПД (documents.md §9–§10). `advances` are the счета-фактуры on advances that this shipment sets off. The edition of the
 * form follows the document's own date; a date before our first edition prints it without a reference.
 */
export const updView = (source: DocumentSource, advances: readonly AdvanceInvoice[] = []): DocumentView => {
  const totals = documentTotals('upd', source.order, source.organisation, source.date);
  const rates = totals.byRate.map(({ rate }) => rate);
  const status = updStatus(sellerRegimeOf(source), rates);
  const lines = summedLines({ ...source, kind: 'upd' }, totals);
  const edition = editionOf('upd', source.date);
  const shipmentDoc = `Универсальный передаточный документ, №${NBSP}${source.number} от ${formatDate(source.date)}`;
  return splitTraced({
    mark: markView(source.mark),
    doc: { ...docView(source, 'УПД'), revision: DASH, revisionDate: DASH },
    status: from.computed('organisation.taxPeriods', String(status)),
    formReference: edition?.reference ?? '',
    hasLine5b: edition?.line5b ?? false,
    entrepreneurCaption: edition?.ipCaption ?? '',
    seller: sideView('organisation', source.organisation.party),
    buyer: sideView('buyer', source.buyer),
    ...placesView(
      source,
      lines.some(({ line }) => line.kind === 'goods'),
    ),
    payments: DASH,
    shipmentDocs: from.computed('document.number', shipmentDoc),
    advanceInvoices: from.computed('document.advances', advancesText(advances)),
    currency: orderLeaf(source.order, 'currency', currencyText(source.order.currency)),
    govContract: DASH,
    lines: lines.map((line) => lineView(source, line, lines.length)),
    totals: totalsView(totals),
    sign: facturaSigners(source, status),
    transfer: transferView(source),
  });
};
