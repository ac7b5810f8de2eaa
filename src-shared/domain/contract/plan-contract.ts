import { requireDefined } from '../../kernel/assert.ts';
import { isoDate, yearOf, type IsoDate } from '../../kernel/date.ts';
import type { ContractId, PartyId } from '../../kernel/id.ts';
import type { DocumentKind } from '../document/document.ts';
import { KINDS } from '../document/kinds/index.ts';
import type { Order, PaymentKind } from '../order/order.ts';
import type { Organisation } from '../party/party.ts';
import type { Contract, ContractKind, PaymentEvent } from './contract.ts';

/** Does issuing a document of this kind bring a contract to life? */
export const isContractPaper = (kind: DocumentKind): boolean => KINDS[kind].paperOf !== null;

/** The sorts of contract a paper prints; the first is what a new one becomes. */
export const contractKindsOf = (paper: DocumentKind): readonly [ContractKind, ...ContractKind[]] =>
  requireDefined(KINDS[paper].paperOf, `the sorts of contract of ${paper}`);

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
  paper: DocumentKind,
  id: ContractId,
  number: string,
  date: IsoDate,
): Contract => ({
  id,
  organisationId: order.organisationId,
  partyId: order.partyId,
  kind: contractKindsOf(paper)[0],
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

/** The same with a carrier: he is paid after the originals came (documents.md §6). */
export const planCarrierContract = (
  order: Order,
  organisation: Organisation,
  carrierId: PartyId,
  id: ContractId,
  number: string,
  date: IsoDate,
): Contract => ({
  ...planContract(order, organisation, 'contract-carrier', id, number, date),
  partyId: carrierId,
  paymentEvent: 'originals',
  paymentDays: 10,
});
