import { z } from 'zod';
import { DEBT_AGES } from '../domain/debt/debts.ts';
import { query } from './define.ts';
import { date, id, money } from './shapes.ts';

const sums = {
  billed: money,
  shipped: money,
  paid: money,
  /** Shipped and not paid. */
  debt: money,
  /** Paid and not shipped. */
  prepaid: money,
  overdue: money,
  daysOverdue: z.number(),
};

const organisationId = id.optional();

const deal = z.object({ orderId: id.nullable(), order: z.string(), counterparty: z.string(), ...sums });

export const debtsContract = {
  'debts.list': query({
    right: 'payments.read',
    input: z.object({ by: z.enum(['order', 'contract', 'counterparty', 'age']), organisationId }),
    output: z.object({
      total: z.object(sums),
      items: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          age: z.enum(DEBT_AGES).nullable(),
          /** Where the row is about one order. */
          orderId: id.nullable(),
          orders: z.number(),
          ...sums,
        }),
      ),
    }),
  }),
  /** Receivables past their term, the oldest first. */
  'debts.overdue': query({
    right: 'payments.read',
    input: z.object({ organisationId }),
    output: z.object({ sum: money, items: z.array(deal.extend({ dueOn: date })) }),
  }),
  /** Invoices paid without shipped papers, and shipments without a payment. */
  'debts.gaps': query({
    right: 'payments.read',
    input: z.object({ organisationId }),
    output: z.object({ paidNotShipped: z.array(deal), shippedNotPaid: z.array(deal) }),
  }),
  'advances.list': query({
    right: 'payments.read',
    input: z.object({ organisationId }),
    output: z.object({
      sum: money,
      items: z.array(
        z.object({
          operationId: id,
          date,
          number: z.string(),
          counterparty: z.string(),
          organisation: z.string(),
          sum: money,
          purpose: z.string(),
        }),
      ),
    }),
  }),
};
