import { addDays, formatDate } from '../../../kernel/date.ts';
import { formatMoney, kopecks, ZERO, type Kopecks } from '../../../kernel/money.ts';
import { NBSP, plural } from '../../../kernel/text.ts';
import type { Contract, DayKind, PaymentEvent } from '../../contract/contract.ts';
import type { PaymentKind } from '../../order/order.ts';
import { halvesOf } from '../../order/halves.ts';
import type { DocumentSource } from '../document-source.ts';
import type { InvoicePart } from '../invoice-part.ts';

const DAY_WORDS: Readonly<Record<DayKind, readonly [one: string, many: string]>> = {
  calendar: ['календарного дня', 'календарных дней'],
  working: ['рабочего дня', 'рабочих дней'],
  banking: ['банковского дня', 'банковских дней'],
};

/** «в течение 21 банковского дня», «в течение 14 календарных дней»: the number stands in the genitive. */
export const withinDays = (days: number, kind: DayKind): string => {
  const [one, many] = DAY_WORDS[kind];
  return `в течение ${days}${NBSP}${plural(days, one, many, many)}`;
};

/** What is paid for; the words of the start of a term follow it. */
export type Subject = 'goods' | 'services' | 'works' | 'both';

const FULFILMENT: Readonly<Record<Subject, string>> = {
  goods: 'отгрузки',
  services: 'оказания услуг',
  works: 'выполнения работ',
  both: 'отгрузки (оказания услуг)',
};

/** The start of the term, after «в течение … дней». */
export const paymentEventText = (event: PaymentEvent, subject: Subject): string => {
  switch (event) {
    case 'prepayment':
      return `с даты выставления счета, до ${FULFILMENT[subject]}`;
    case 'shipment':
      return `с даты ${FULFILMENT[subject]}`;
    case 'originals':
      return 'с даты получения оригиналов документов';
    case 'scan':
      return 'с даты получения копий документов по электронной почте';
    case 'invoice':
      return 'с даты выставления счета';
  }
};

/** How an order is paid, inside the sentence «оплачивает … »: our usual terms where no contract says otherwise. */
export const orderPaymentText = (kind: PaymentKind, subject: Subject): string => {
  switch (kind) {
    case 'prepayment':
      return `${withinDays(5, 'banking')} ${paymentEventText('prepayment', subject)}`;
    case 'halfAndHalf':
      return `в два платежа: 50${NBSP}% – ${withinDays(5, 'banking')} ${paymentEventText('invoice', subject)}, остаток – до ${subject === 'goods' ? 'передачи Товара' : 'подписания акта'}`;
    case 'postpayment':
      return `${withinDays(10, 'banking')} ${paymentEventText('shipment', subject)}`;
  }
};

const byContract = (contract: Contract, source: DocumentSource): string => {
  const startsNow = contract.paymentEvent === 'prepayment' || contract.paymentEvent === 'invoice';
  if (startsNow && contract.paymentDayKind === 'calendar')
    return `Оплатить не позднее ${formatDate(addDays(source.date, contract.paymentDays))}.`;
  return `Срок оплаты: ${withinDays(contract.paymentDays, contract.paymentDayKind)} ${paymentEventText(contract.paymentEvent, 'both')}.`;
};

const byOrder = (source: DocumentSource): string => {
  if (source.order.paymentKind === 'postpayment') return 'Срок оплаты: после отгрузки (оказания услуг).';
  return `Счет действителен для оплаты ${withinDays(5, 'banking')}.`;
};

/** The advance and the rest of an order paid by halves. */
const halves = (gross: Kopecks): string => {
  const { advance, rest } = halvesOf(gross);
  return `Предоплата 50${NBSP}% — ${formatMoney(advance)}${NBSP}руб., остаток ${formatMoney(rest)}${NBSP}руб. — до передачи товара (результата услуг).`;
};

/** When an invoice for a part is paid, and when the rest of the order. */
export const partTermsText = ({ kind }: Pick<DocumentSource, 'kind'>, { whole, toPay }: InvoicePart): string => {
  const term = `Счет действителен для оплаты ${withinDays(5, 'banking')}.`;
  const rest = kopecks(whole.gross - toPay.gross);
  return kind === 'invoice-advance' && rest > ZERO
    ? `${term} Остаток ${formatMoney(rest)}${NBSP}руб. оплачивается отдельным счетом до передачи товара (результата услуг).`
    : term;
};

/** When and how an invoice is paid. A contract's term wins over the habit of the order. */
export const paymentTermsText = (source: DocumentSource, gross: Kopecks): string => {
  const term = source.contract === null ? byOrder(source) : byContract(source.contract, source);
  return source.order.paymentKind === 'halfAndHalf' ? `${halves(gross)} ${term}` : term;
};
