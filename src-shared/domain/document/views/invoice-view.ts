import { requisitesLine } from '../../grammar/party-lines.ts';
import { mainAccountOf } from '../../party/main-account.ts';
import type { Totals } from '../../order/totals.ts';
import { paymentQrText } from '../../payment/payment-qr.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import { documentTotals } from '../document-lines.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type TracedTree } from '../traced.ts';
import { contractNumber, invoiceBasisLeaf } from './basis-line.ts';
import { docView, markView } from './head-view.ts';
import { DASH, orDash } from './leaf.ts';
import { lineViews, needsVatColumns } from './lines-view.ts';
import { paymentTermsText } from './payment-terms.ts';
import { headsView } from './signer-view.ts';
import { totalsView, vatPhrase } from './totals-view.ts';

const NOTICES = {
  goods:
    'Внимание! Оплата данного счета означает согласие с условиями поставки товара. Товар отпускается после поступления денег на расчетный счет Поставщика, при наличии доверенности и паспорта получателя.',
  services: 'Внимание! Оплата данного счета означает согласие с условиями оказания услуг.',
} as const;

const noticeOf = (source: DocumentSource): string =>
  source.order.lines.some((line) => line.kind === 'goods') ? NOTICES.goods : NOTICES.services;

type ToPay = Pick<Totals, 'gross' | 'byRate'>;

/** Text of the payment code; null where a bank could not read it, and then the invoice has no picture. */
const qrText = (source: DocumentSource, toPay: ToPay): string | null => {
  const { party } = source.organisation;
  const account = mainAccountOf(party);
  if (account === null) return null;
  const text = paymentQrText({
    payeeName: party.shortName || party.fullName,
    payeeInn: party.inn,
    payeeKpp: party.kpp,
    account: account.account,
    bankName: account.bankName,
    bic: account.bic,
    corrAccount: account.corrAccount,
    currency: source.order.currency,
    sum: toPay.gross,
    invoiceNumber: source.number,
    invoiceDate: source.date,
    contractRef: source.contract ? `по договору ${contractNumber(source.contract)}` : '',
    vatText: vatPhrase(toPay.byRate, source.order.currency),
  });
  return text.ok ? text.value : null;
};

const bank = (text: string): TracedTree => from.directory('organisation.bankAccounts', orDash(text));

const sellerView = (source: DocumentSource): Record<string, TracedTree> => {
  const { party } = source.organisation;
  const account = mainAccountOf(party, source.order.currency) ?? mainAccountOf(party);
  return {
    shortName: from.directory('organisation.shortName', party.shortName || party.fullName),
    inn: from.directory('organisation.inn', orDash(party.inn)),
    kpp: from.directory('organisation.kpp', orDash(party.kpp)),
    line: from.directory('organisation', requisitesLine(party, null)),
    bank: {
      name: bank(account ? [account.bankName, account.bankCity].filter(Boolean).join(', ') : ''),
      bic: bank(account?.bic ?? ''),
      corrAccount: bank(account?.corrAccount ?? ''),
      account: bank(account?.account ?? ''),
    },
  };
};

/** Named only where the goods go to somebody else than the buyer. */
const consigneeView = (source: DocumentSource): Record<string, TracedTree> => {
  const { consignee } = tripRoles(source);
  const isAnother = consignee !== null && consignee.id !== source.buyer.id;
  return {
    hasConsignee: isAnother,
    consignee: from.directory('order.trip.route', isAnother ? requisitesLine(consignee, null) : DASH),
  };
};

/** What invoices print alike; one for a part of the order asks for less than its lines make. */
export const invoiceTree = (source: DocumentSource, part?: ToPay): Record<string, TracedTree> => {
  const totals = documentTotals(source.kind, source.order, source.organisation, source.date);
  const isVatTable = needsVatColumns(source, totals);
  const qr = qrText(source, part ?? totals);
  return {
    mark: markView(source.mark),
    doc: docView(source, titleOf(source.kind)),
    notice: noticeOf(source),
    hasQr: qr !== null,
    hasNoQr: qr === null,
    qr: qr === null ? null : { $paymentQr: qr },
    seller: sellerView(source),
    buyer: { line: from.directory('buyer', requisitesLine(source.buyer, null)) },
    ...consigneeView(source),
    basis: invoiceBasisLeaf(source),
    isVatTable,
    isPlainTable: !isVatTable,
    priceTitle: source.order.priceIncludesVat ? 'Цена' : 'Цена без НДС',
    lines: lineViews(source, totals),
    totals: totalsView(source, totals, 'Всего к оплате:'),
    terms: from.computed(
      source.contract ? 'contract.paymentDays' : 'order.paymentKind',
      paymentTermsText(source, totals.gross),
    ),
    sign: headsView(source.organisation.party, source.kind, source.date),
  };
};

/** Счет на оплату (documents.md §5). `qr` carries the text of the code; the picture is drawn when the form is filled. */
export const invoiceView = (source: DocumentSource): DocumentView =>
  splitTraced(invoiceTree({ ...source, kind: 'invoice' }));
