import { NBSP } from '../../../../kernel/text.ts';
import type { Contract } from '../../../contract/contract.ts';
import type { PaymentKind } from '../../../order/order.ts';
import { paymentEventText, withinDays } from '../payment-terms.ts';

/**
 * Our usual terms of a carriage, printed where no contract says otherwise: wording and figures are the company's own and
 * its lawyer's (documents.md §19 gap 9).
 */
export const USUAL_FREIGHT_TERMS = {
  freeHours: `4${NBSP}часа на погрузку и 4${NBSP}часа на выгрузку; далее простой 500${NBSP}руб. за каждый полный час, не более 5${NBSP}000${NBSP}руб. в сутки`,
  originals: withinDays(10, 'working'),
} as const;

const USUAL_PAYMENT: Readonly<Record<PaymentKind, string>> = {
  prepayment: `предоплата 100${NBSP}%, ${withinDays(3, 'banking')} ${paymentEventText('invoice', 'services')}`,
  halfAndHalf: `50${NBSP}% ${withinDays(3, 'banking')} ${paymentEventText('invoice', 'services')}, остаток ${withinDays(5, 'banking')} ${paymentEventText('originals', 'services')}`,
  postpayment: `${withinDays(10, 'banking')} ${paymentEventText('originals', 'services')}`,
};

/** When a carriage is paid: by the contract, else as the order is paid. */
export const freightPaymentText = (contract: Contract | null, paymentKind: PaymentKind): string =>
  contract === null
    ? USUAL_PAYMENT[paymentKind]
    : `${withinDays(contract.paymentDays, contract.paymentDayKind)} ${paymentEventText(contract.paymentEvent, 'services')}`;
