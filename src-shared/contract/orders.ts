import { z } from 'zod';
import { command, query } from './define.ts';
import {
  commandId,
  date,
  finding,
  historyEntry,
  id,
  money,
  orderRow,
  overridden,
  packItem,
  page,
  problem,
} from './shapes.ts';

const lineView = z.object({
  position: z.number(),
  kind: z.enum(['goods', 'service']),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  quantity: z.string(),
  price: money,
  vatRate: z.string(),
  net: money,
  vat: money,
  sum: money,
});

const partyView = z.object({
  id,
  name: z.string(),
  inn: z.string(),
  kpp: z.string(),
  address: z.string(),
  revision: z.number(),
});

const orderCard = z.object({
  id,
  number: z.string(),
  date,
  business: z.string(),
  stage: z.string(),
  organisation: partyView,
  counterparty: partyView,
  carrier: partyView.nullable(),
  contract: z.object({ id, number: z.string(), date }).nullable(),
  sum: money,
  vat: money,
  paymentKind: z.string(),
  shipDate: date.nullable(),
  dueDate: date.nullable(),
  manager: z.string(),
  comment: z.string(),
  route: z.string(),
  cargo: z.string(),
  source: z.string(),
  lines: z.array(lineView),
  pack: z.array(packItem),
  findings: z.array(finding),
  /** Blocking findings that were let pass when the documents in force were issued. */
  overridden: z.array(overridden),
  checkedRules: z.number(),
  history: z.array(historyEntry),
  revision: z.number(),
});

const importAnswer = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  problems: z.array(problem),
});

export const ordersContract = {
  'today.get': query({
    right: 'orders.read',
    input: z.object({ organisationId: id.optional() }),
    output: z.object({
      today: date,
      overdue: z.number(),
      dueToday: z.number(),
      dueThisWeek: z.number(),
      sumToday: money,
      groups: z.array(
        z.object({ id: z.enum(['fix', 'issue', 'stale', 'issued']), sum: money, rows: z.array(orderRow) }),
      ),
    }),
  }),
  'orders.list': query({
    right: 'orders.read',
    input: z.object({
      text: z.string().max(200).optional(),
      org: z.string().max(12).optional(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/u)
        .optional(),
      /** By the day of shipment, as a month is closed. */
      shipMonth: z
        .string()
        .regex(/^\d{4}-\d{2}$/u)
        .optional(),
      stage: z.string().max(100).optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(orderRow),
    errors: ['organisation.unknown'],
  }),
  'orders.get': query({
    right: 'orders.read',
    /** Number or id. */
    input: z.object({ order: z.string().min(1).max(100) }),
    output: orderCard,
    errors: ['order.unknown', 'order.ambiguous'],
  }),
  /** What an editor opens with: the value of now in the form `orders.setField` takes, and choices where nothing is typed. */
  'orders.field': query({
    right: 'orders.read',
    input: z.object({ orderId: id, field: z.string().max(200) }),
    output: z.object({
      value: z.string(),
      choices: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
    errors: ['order.unknown', 'field.unknown'],
  }),
  /** Mends one value in place: of the order itself, its buyer, seller, contract or carrier. */
  'orders.setField': command({
    right: 'orders.edit',
    input: z.object({
      commandId,
      orderId: id,
      field: z.string().max(200),
      value: z.string().max(2000),
      revision: z.number().int(),
    }),
    output: orderCard,
    errors: ['order.unknown', 'order.changed', 'party.changed', 'field.unknown', 'field.invalid'],
  }),
  /** Each order of the file is checked by the `order` schema on its own: a bad one is a problem with its place. */
  'orders.import': command({
    right: 'orders.import',
    input: z.object({ commandId, file: z.string().max(300), orders: z.array(z.unknown()).max(5000) }),
    output: importAnswer,
  }),
  'parties.import': command({
    right: 'parties.edit',
    input: z.object({ commandId, file: z.string().max(300), parties: z.array(z.unknown()).max(20_000) }),
    output: importAnswer,
  }),
  'organisations.import': command({
    right: 'organisations.edit',
    input: z.object({ commandId, file: z.string().max(300), organisations: z.array(z.unknown()).max(200) }),
    output: importAnswer,
  }),
  'organisations.list': query({
    right: 'orders.read',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ id, name: z.string(), inn: z.string(), business: z.string() })) }),
  }),
  'search.find': query({
    right: 'orders.read',
    input: z.object({ text: z.string().max(200) }),
    output: z.object({
      orders: z.array(orderRow),
      documents: z.array(
        z.object({
          id,
          title: z.string(),
          number: z.string(),
          counterparty: z.string(),
          sum: money,
          orderId: id.nullable(),
        }),
      ),
    }),
  }),
};
