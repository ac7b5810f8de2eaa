import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { debtTexts as t } from '#renderer/text/debt-texts.ts';

/** Lists of «Долги» in the order of the chips. */
export const DEBT_VIEWS = [
  'order',
  'contract',
  'counterparty',
  'age',
  'overdue',
  'paidNotShipped',
  'shippedNotPaid',
  'advances',
] as const;
export type DebtView = (typeof DEBT_VIEWS)[number];

/** One line of any of the lists; what a list does not know is empty. */
export type DebtRow = {
  readonly id: string;
  readonly title: string;
  readonly party: string;
  readonly orderId: string | null;
  readonly billed: string;
  readonly shipped: string;
  readonly paid: string;
  readonly debt: string;
  readonly prepaid: string;
  readonly overdue: string;
  /** The term of payment, how late it is, or the day of an advance. */
  readonly due: string;
  readonly more: string;
};

type Grouped = OutputOf<'debts.list'>['items'][number];
type Deal = OutputOf<'debts.gaps'>['paidNotShipped'][number];

const lateText = (days: number): string => (days > 0 ? t.late(days) : '');

export const groupedRow = (view: DebtView, item: Grouped): DebtRow => ({
  ...item,
  id: item.key === '' ? '—' : item.key,
  title: view === 'age' ? t.age(item.age) : item.title,
  party: view === 'order' ? '' : t.orders(item.orders),
  due: lateText(item.daysOverdue),
  more: '',
});

export const dealRow = (deal: Deal & { readonly dueOn?: string }, index: number): DebtRow => ({
  ...deal,
  id: `${deal.orderId ?? deal.order} ${index}`,
  title: deal.order,
  party: deal.counterparty,
  due: [deal.dueOn === undefined ? '' : formatDate(wireDate(deal.dueOn)), lateText(deal.daysOverdue)]
    .filter(Boolean)
    .join(', '),
  more: '',
});

export const advanceRow = (advance: OutputOf<'advances.list'>['items'][number], index: number): DebtRow => ({
  id: `${advance.operationId} ${index}`,
  title: t.payment(advance.number),
  party: advance.counterparty,
  orderId: null,
  billed: '',
  shipped: '',
  paid: '',
  debt: '',
  prepaid: advance.sum,
  overdue: '',
  due: formatDate(wireDate(advance.date)),
  more: advance.purpose,
});
