import { contractFor } from '../../../contract/contract-for.ts';
import type { Contract } from '../../../contract/contract.ts';
import type { RoleName } from '../../../grammar/roles.ts';
import { documentTotals } from '../../document-lines.ts';
import type { DocumentView } from '../../document-source.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import { vatPhrase } from '../totals-view.ts';
import { freightPaymentText } from './freight-terms.ts';
import { clientTripOf } from './request-parts.ts';
import { requestView, type RequestFacts } from './request-view.ts';
import { wholeOrderOf } from './whole-order.ts';

const CLIENT_PAPERS =
  'транспортная накладная (ЭТрН) с отметкой грузополучателя, счет, УПД (либо акт и счет-фактура, если исполнитель платит НДС)';

type ClientRequest = 'request-customer' | 'contract-request-customer';

/** We carry, forward or simply perform: the word is that of the contract the request goes under. */
const ourRole = (contract: Contract | null): RoleName => {
  if (contract?.kind === 'carriage') return 'carrier';
  return contract?.kind === 'forwarding' ? 'forwarder' : 'executor';
};

const clientRequest = (source: ClientSource, kind: ClientRequest): RequestFacts => {
  const { order, organisation, buyer } = source;
  // A договор-заявка is itself the contract of the trip.
  const contract = kind === 'request-customer' ? contractFor(kind, source.contract) : null;
  const totals = documentTotals(kind, wholeOrderOf(source), organisation, source.date);
  return {
    kind,
    number: source.number,
    date: source.date,
    mark: source.mark,
    organisation,
    contract,
    marks: order,
    customer: {
      field: 'buyer',
      party: buyer,
      role: contract?.kind === 'forwarding' ? 'client' : 'customer',
      contact: [buyer.contactName, buyer.phone, buyer.email],
    },
    performer: {
      field: 'organisation',
      party: organisation.party,
      role: ourRole(contract),
      contact: [order.managerName, organisation.party.phone, organisation.party.email],
    },
    trip: clientTripOf(source),
    price: {
      field: 'order.lines',
      gross: totals.gross,
      currency: order.currency,
      vatText: vatPhrase(totals.byRate, order.currency),
    },
    payment: freightPaymentText(contract, order.paymentKind),
    papers: CLIENT_PAPERS,
  };
};

/** Заявка заказчика under his contract (documents.md §7). */
export const requestCustomerView = (source: ClientSource): DocumentView =>
  requestView(clientRequest(source, 'request-customer'), 'request-customer');

/** Договор-заявка с заказчиком: the contract of one trip (documents.md §7). */
export const contractRequestCustomerView = (source: ClientSource): DocumentView =>
  requestView(clientRequest(source, 'contract-request-customer'), 'contract-request-customer');
