import { formatDate } from '../../../kernel/date.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import type { Contract } from '../../contract/contract.ts';
import type { DocumentSource } from '../document-source.ts';
import { from, type Traced } from '../traced.ts';

/** «№ 12/26 от 01.02.2026» */
export const contractNumber = (contract: Contract): string =>
  `№${NBSP}${contract.number} от ${formatDate(contract.date)}`;

/** «Договор № 12/26 от 01.02.2026, заказ № 145 от 16.11.2026» (documents.md §3.3 `doc.basis`). */
/** The offer to which the client said yes is what an invoice stands on (LUX-15). */
const offerText = ({ offer = null }: Pick<DocumentSource, 'offer'>): string =>
  offer === null || offer.agreedVersion === null
    ? ''
    : `коммерческое предложение №${NBSP}${offer.number} от ${formatDate(offer.date)}`;

const basisText = ({ contract, order }: Pick<DocumentSource, 'contract' | 'order'>): string => {
  const orderText = `№${NBSP}${order.number} от ${formatDate(order.date)}`;
  const customer = order.customerReference ? `, заявка покупателя ${order.customerReference}` : '';
  return contract === null
    ? `Заказ ${orderText}${customer}`
    : joinPresent([`Договор ${contractNumber(contract)}`, `заказ ${orderText}${customer}`]);
};

export const basisLeaf = (source: Pick<DocumentSource, 'contract' | 'order'>): Traced =>
  from.computed(source.contract === null ? 'order.number' : 'order.contractId', basisText(source));

/** What an invoice stands on: the contract and the order, and the offer that was agreed. */
export const invoiceBasisLeaf = (source: Pick<DocumentSource, 'contract' | 'order' | 'offer'>): Traced =>
  from.computed(
    source.contract === null ? 'order.number' : 'order.contractId',
    joinPresent([basisText(source), offerText(source)]),
  );
