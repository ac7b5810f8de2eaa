import { formatMoney } from '../../../../kernel/money.ts';
import { formatVatRate } from '../../../../kernel/vat.ts';
import { NBSP } from '../../../../kernel/text.ts';
import type { DocumentView } from '../../document-source.ts';
import type { CarrierSource } from '../../sides/carrier-source.ts';
import { freightPaymentText } from './freight-terms.ts';
import { requestView, type RequestFacts } from './request-view.ts';

const CARRIER_PAPERS =
  'транспортная накладная (ЭТрН) с отметками о погрузке и выгрузке, счет, УПД (либо акт и счет-фактура, если перевозчик платит НДС), подписанная заявка';

/** The carrier's sums are in roubles, whatever the client pays in. */
const CURRENCY = 'RUB';

const vatText = (money: NonNullable<CarrierSource['money']>): string =>
  money.rate === 'none' ? 'без НДС' : `в т.ч. НДС ${formatVatRate(money.rate)} ${formatMoney(money.vat)}${NBSP}руб.`;

const carrierRequest = (source: CarrierSource, contract: CarrierSource['contract']): RequestFacts => {
  const { organisation, carrier, money } = source;
  return {
    kind: source.kind,
    number: source.number,
    date: source.date,
    mark: source.mark,
    organisation,
    contract,
    marks: source.marks,
    customer: {
      field: 'organisation',
      party: organisation.party,
      role: 'customer',
      contact: [source.managerName, organisation.party.phone, organisation.party.email],
    },
    performer: {
      field: 'carrier',
      party: carrier,
      role: 'carrier',
      contact: carrier ? [carrier.contactName, carrier.phone, carrier.email] : [],
    },
    trip: source.trip,
    price: money && {
      field: 'order.trip.carrierPrice',
      gross: money.gross,
      currency: CURRENCY,
      vatText: vatText(money),
    },
    payment: freightPaymentText(contract, 'postpayment'),
    papers: CARRIER_PAPERS,
  };
};

/** Заявка перевозчику under our contract with him (documents.md §7). */
export const requestCarrierView = (source: CarrierSource): DocumentView =>
  requestView(carrierRequest(source, source.contract), 'request-carrier');

/** Договор-заявка с перевозчиком: the contract of one trip (documents.md §7). */
export const contractRequestCarrierView = (source: CarrierSource): DocumentView =>
  requestView(carrierRequest(source, null), 'contract-request-carrier');
