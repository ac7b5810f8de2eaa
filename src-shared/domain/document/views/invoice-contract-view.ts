import { formatDate } from '../../../kernel/date.ts';
import { regimeOn } from '../../tax/regime-on.ts';
import { updStatus, vatExemptText } from '../../tax/regime-rates.ts';
import { taxDateOf } from '../../tax/tax-date.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { from, splitTraced, type Traced } from '../traced.ts';
import { invoiceTree } from './invoice-view.ts';
import { orderLeaf } from './leaf.ts';
import { orderPaymentText, type Subject } from './payment-terms.ts';
import { signerView } from './signer-view.ts';

const subjectOf = ({ order }: DocumentSource): Subject => {
  const hasGoods = order.lines.some(({ kind }) => kind === 'goods');
  const hasServices = order.lines.some(({ kind }) => kind === 'service');
  if (hasGoods && hasServices) return 'both';
  return hasServices ? 'services' : 'goods';
};

const OBLIGATIONS: Readonly<Record<Exclude<Subject, 'works'>, string>> = {
  goods: 'передать Покупателю товары, перечисленные в счете',
  services: 'оказать Покупателю услуги, перечисленные в счете',
  both: 'передать Покупателю товары и оказать услуги, перечисленные в счете',
};

/** The rate is left to the law of the day of shipment, as in a framework contract (documents.md §6). */
const vatLeaf = (source: DocumentSource): Traced => {
  const regime = regimeOn(source.organisation.party, taxDateOf(source));
  const text =
    updStatus(regime) === 2
      ? `Цена указана без НДС: ${vatExemptText(regime)}.`
      : `${source.order.priceIncludesVat ? 'Цена включает НДС' : 'НДС начисляется сверх цены'} по ставке, установленной законодательством Российской Федерации на дату отгрузки (оказания услуг).`;
  return from.computed('organisation.taxPeriods', text);
};

const deliveryLeaf = ({ order }: DocumentSource): Traced =>
  order.shipDate === null
    ? from.computed('order.shipDate', 'в течение 10 рабочих дней с даты оплаты')
    : orderLeaf(order, 'shipDate', `не позднее ${formatDate(order.shipDate)}`);

/** Счет-договор (documents.md §5, §6): the счет, the terms of the one sale, the signatures of both sides. */
export const invoiceContractView = (given: DocumentSource): DocumentView => {
  // It is itself the contract of this sale, whatever framework contract the order names.
  const source = { ...given, kind: 'invoice-contract', contract: null } as const;
  const subject = subjectOf(source);
  return splitTraced({
    ...invoiceTree(source),
    agreed: {
      obligation: from.computed('order.lines', OBLIGATIONS[subject === 'works' ? 'services' : subject]),
      payment: from.computed('order.paymentKind', orderPaymentText(source.order.paymentKind, subject)),
      vat: vatLeaf(source),
      delivery: deliveryLeaf(source),
    },
    sides: {
      seller: signerView('organisation', source.organisation.party, source.kind, source.date),
      buyer: signerView('buyer', source.buyer, source.kind, source.date),
    },
  });
};
