import { addDays, daysBetween, type IsoDate } from '../../kernel/date.ts';
import { kopecks, sumMoney, ZERO, type Kopecks } from '../../kernel/money.ts';
import { isWorkingDay } from '../bank/working-days.ts';
import type { Contract } from '../contract/contract.ts';

export const DEBT_AGES = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const;
export type DebtAge = (typeof DEBT_AGES)[number];

export type PaymentTerms = Pick<Contract, 'paymentEvent' | 'paymentDays' | 'paymentDayKind'>;

export type Shipment = { readonly date: IsoDate; readonly sum: Kopecks };

/** One order with everything that was billed, shipped and paid for it. */
export type Deal = {
  readonly orderId: string | null;
  readonly order: string;
  readonly organisationId: string;
  readonly partyId: string;
  readonly contractId: string | null;
  readonly billed: Kopecks;
  readonly paid: Kopecks;
  readonly shipments: readonly Shipment[];
  /** Null without a contract: money is due with the shipment. */
  readonly terms: PaymentTerms | null;
};

export type DebtSums = {
  readonly billed: Kopecks;
  readonly shipped: Kopecks;
  readonly paid: Kopecks;
  readonly debt: Kopecks;
  readonly prepaid: Kopecks;
  readonly overdue: Kopecks;
  /** Of the oldest unpaid shipment; 0 when nothing is late. */
  readonly daysOverdue: number;
};

export type DealDebt = DebtSums & { readonly deal: Deal; readonly dueOn: IsoDate | null; readonly age: DebtAge | null };

/**
 * The last day on which a shipment may be paid. Days count from the shipment also where the contract counts from papers: when
 * those came back is not known to this register.
 */
export const dueDateOf = (shippedOn: IsoDate, terms: PaymentTerms | null): IsoDate => {
  if (terms === null || terms.paymentEvent === 'prepayment') return shippedOn;
  if (terms.paymentDayKind === 'calendar') return addDays(shippedOn, terms.paymentDays);
  let day = shippedOn;
  for (let left = terms.paymentDays; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
};

const ageOf = (days: number): DebtAge => {
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'to30';
  if (days <= 60) return 'to60';
  return days <= 90 ? 'to90' : 'over90';
};

const above = (sum: bigint): Kopecks => (sum > 0n ? kopecks(sum) : ZERO);

/** What an order owes on the day: its payments cover its oldest shipments first. */
export const debtOf = (deal: Deal, today: IsoDate): DealDebt => {
  const shipped = sumMoney(deal.shipments.map(({ sum }) => sum));
  let covered: bigint = deal.paid;
  let overdue = 0n;
  let dueOn: IsoDate | null = null;
  for (const { date, sum } of deal.shipments.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const unpaid = above(sum - (covered > 0n ? covered : 0n));
    covered -= sum;
    if (unpaid === 0n) continue;
    const due = dueDateOf(date, deal.terms);
    dueOn ??= due;
    if (due < today) overdue += unpaid;
  }
  const daysOverdue = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
  return {
    deal,
    billed: deal.billed,
    shipped,
    paid: deal.paid,
    debt: above(shipped - deal.paid),
    prepaid: above(deal.paid - shipped),
    overdue: kopecks(overdue),
    daysOverdue,
    dueOn,
    age: dueOn === null ? null : ageOf(daysOverdue),
  };
};

/** Sums of many; the days are those of the oldest. */
export const totalOf = (debts: readonly DebtSums[]): DebtSums => {
  const add = (pick: (debt: DebtSums) => Kopecks): Kopecks => sumMoney(debts.map(pick));
  return {
    billed: add(({ billed }) => billed),
    shipped: add(({ shipped }) => shipped),
    paid: add(({ paid }) => paid),
    debt: add(({ debt }) => debt),
    prepaid: add(({ prepaid }) => prepaid),
    overdue: add(({ overdue }) => overdue),
    daysOverdue: debts.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue), 0),
  };
};
