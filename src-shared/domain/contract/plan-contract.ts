import { isoDate, yearOf, type IsoDate } from '../../kernel/date.ts';
import type { ContractId } from '../../kernel/id.ts';
import type { DocumentKind } from '../document/document.ts';
import type { Order, PaymentKind } from '../order/order.ts';
import type { Organisation } from '../party/party.ts';
import type { Contract, ContractKind, PaymentEvent } from './contract.ts';

export type ContractPaper = Extract<DocumentKind, 'contract-supply' | 'contract-services'>;

/** Which contracts on file a paper may print; the first is what a new one becomes. */
export const CONTRACT_PAPERS: Readonly<Record<ContractPaper, readonly [ContractKind, ...ContractKind[]]>> = {
  'contract-supply': ['supply'],
  'contract-services': ['services', 'work', 'carriage', 'forwarding'],
};

export const isContractPaper = (kind: DocumentKind): kind is ContractPaper => kind in CONTRACT_PAPERS;

/** Our usual terms where nothing was agreed yet; the customer's lawyer may change them before signing. */
const USUAL_TERMS: Readonly<Record<PaymentKind, { readonly event: PaymentEvent; readonly days: number }>> = {
  prepayment: { event: 'prepayment', days: 5 },
  halfAndHalf: { event: 'invoice', days: 5 },
  postpayment: { event: 'shipment', days: 10 },
};

/**
 * The contract that comes into being together with its paper. The other documents of the same pack refer to it at once,
 * and a reprint of the paper finds the same terms on file.
 */
export const planContract = (
  order: Order,
  organisation: Organisation,
  paper: ContractPaper,
  id: ContractId,
  number: string,
  date: IsoDate,
): Contract => ({
  id,
  organisationId: order.organisationId,
  partyId: order.partyId,
  kind: CONTRACT_PAPERS[paper][0],
  number,
  date,
  validTo: isoDate(`${yearOf(date)}-12-31`),
  autoProlong: true,
  subject: '',
  paymentEvent: USUAL_TERMS[order.paymentKind].event,
  paymentDays: USUAL_TERMS[order.paymentKind].days,
  paymentDayKind: 'banking',
  vatClause: '',
  city: organisation.city,
  revision: 1,
});
