import { describe, expect, test } from 'vitest';
import { debtOf, dueDateOf, type Deal, type PaymentTerms } from '#shared/domain/debt/debts.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';

const terms = (paymentDays: number, paymentDayKind: PaymentTerms['paymentDayKind'] = 'calendar'): PaymentTerms => ({
  paymentEvent: 'shipment',
  paymentDays,
  paymentDayKind,
});

test.each([
  ['2026-11-02', null, '2026-11-02'],
  ['2026-11-02', { ...terms(5), paymentEvent: 'prepayment' as const }, '2026-11-02'],
  ['2026-11-02', terms(21), '2026-11-23'],
  // 4 November is a holiday, 7 and 8 a weekend.
  ['2026-11-02', terms(5, 'working'), '2026-11-10'],
])('a shipment of %s is due by its terms', (shipped, own, due) => {
  expect(dueDateOf(isoDate(shipped), own)).toBe(due);
});

const aDeal = (paid: number, own: PaymentTerms | null = terms(10)): Deal => ({
  orderId: 'o',
  order: '1',
  organisationId: 'us',
  partyId: 'they',
  contractId: null,
  billed: kopecks(30_000),
  paid: kopecks(paid),
  shipments: [
    { date: isoDate('2026-10-01'), sum: kopecks(10_000) },
    { date: isoDate('2026-11-15'), sum: kopecks(20_000) },
  ],
  terms: own,
});

describe('what an order owes on 20 November', () => {
  test.each([
    ['nothing paid: the first shipment is late', 0, { debt: 30_000n, overdue: 10_000n, daysOverdue: 40, age: 'to60' }],
    ['the oldest is covered first', 10_000, { debt: 20_000n, overdue: 0n, daysOverdue: 0, age: 'notDue' }],
    ['a part of the oldest', 4_000, { debt: 26_000n, overdue: 6_000n, daysOverdue: 40 }],
    ['everything', 30_000, { debt: 0n, prepaid: 0n, overdue: 0n, age: null }],
    ['more than everything', 35_000, { debt: 0n, prepaid: 5_000n, age: null }],
  ])('%s', (_name, paid, expected) => {
    expect(debtOf(aDeal(paid), isoDate('2026-11-20'))).toMatchObject(expected);
  });
});
