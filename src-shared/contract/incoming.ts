import { z } from 'zod';
import { INCOMING_KINDS } from '../domain/incoming/incoming.ts';
import { isoDate } from '../kernel/date.ts';
import { VAT_RATES } from '../kernel/vat.ts';
import { command, query } from './define.ts';
import { base64, commandId, date, id, money, page } from './shapes.ts';

const day = z.iso.date().transform(isoDate);
const text = (max: number) => z.string().trim().max(max).default('');
const rate = z.enum(VAT_RATES);

/** A line as the paper shows it: `sum` is with the tax inside, `vat` is counted from the rate when left out. */
const line = z.object({
  kind: z.enum(['goods', 'service']).default('service'),
  name: z.string().trim().min(1).max(1000),
  quantity: z
    .string()
    .regex(/^\d{1,12}(?:\.\d{1,6})?$/u)
    .default('1'),
  unitName: text(50),
  sum: money,
  vatRate: rate,
  vat: money.optional(),
});

/** What a paper says. Either `lines`, or `rates`: the whole sum by rates, for what `content` names. */
export const incomingPaper = z.object({
  kind: z.enum(INCOMING_KINDS),
  /** ИНН or id of one of our companies. */
  organisation: z.string().trim().min(1).max(100),
  /** Who wrote it: ИНН, «ИНН/КПП» or id. */
  party: z.string().trim().min(1).max(100),
  /** Number or id of the order that it is for. */
  order: z.string().trim().min(1).max(100).optional(),
  number: z.string().trim().min(1).max(100),
  date: day,
  /** The day we got it; today when left out. */
  received: day.optional(),
  due: day.optional(),
  sum: money,
  /** Tax in the whole sum; counted from the lines when left out. */
  vat: money.optional(),
  lines: z.array(line).max(1000).default([]),
  rates: z
    .array(z.object({ vatRate: rate, sum: money, vat: money.optional() }))
    .max(20)
    .default([]),
  content: text(1000),
  comment: text(1000),
});

const row = z.object({
  id,
  kind: z.enum(INCOMING_KINDS),
  title: z.string(),
  organisation: z.string(),
  partyId: id,
  counterparty: z.string(),
  /** Number of the order; empty for a paper of no order. */
  order: z.string(),
  orderId: id.nullable(),
  number: z.string(),
  date,
  received: date,
  due: date.nullable(),
  sum: money,
  vat: money,
  /** What went out for it by the bank's statements, and what is still owed; both only for a bill. */
  paid: money,
  left: money,
  state: z.enum(['entered', 'annulled']),
  file: z.string().nullable(),
});

const card = row.extend({
  lines: z.array(
    z.object({
      kind: z.enum(['goods', 'service']),
      name: z.string(),
      quantity: z.string(),
      unitName: z.string(),
      sum: money,
      vatRate: rate,
      vat: money,
    }),
  ),
  comment: z.string(),
  annulReason: z.string(),
});

const LARGEST_SCAN = 28 * 1024 * 1024;

export const incomingContract = {
  /** Enters a paper of a supplier or carrier. */
  'incoming.add': command({
    right: 'incoming.add',
    input: z.object({ commandId, paper: incomingPaper }),
    output: card,
    errors: [
      'organisation.unknown',
      'papers.unknownParty',
      'order.unknown',
      'order.ambiguous',
      'incoming.ownParty',
      'incoming.sums',
      'incoming.duplicate',
    ],
  }),
  'incoming.list': query({
    right: 'documents.read',
    input: z.object({
      text: z.string().max(200).optional(),
      kind: z.enum(INCOMING_KINDS).optional(),
      /** ИНН or id of one of our companies. */
      organisation: z.string().max(100).optional(),
      state: z.enum(['entered', 'annulled']).optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(row),
    errors: ['organisation.unknown'],
  }),
  'incoming.get': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: card,
    errors: ['incoming.unknown'],
  }),
  /** Takes a paper out: entered by mistake, replaced by its writer. It stays in the list with the reason. */
  'incoming.annul': command({
    right: 'documents.annul',
    input: z.object({ commandId, id, reason: z.string().trim().min(3).max(500) }),
    output: card,
    errors: ['incoming.unknown', 'incoming.annulled', 'incoming.paid'],
  }),
  /** Puts the scan or the file of the paper beside it; a later one takes its place. */
  'incoming.attach': command({
    right: 'incoming.add',
    input: z.object({ commandId, id, name: z.string().trim().min(1).max(200), bytes: base64.max(LARGEST_SCAN) }),
    output: card,
    errors: ['incoming.unknown', 'incoming.annulled', 'disk.full', 'disk.failed'],
  }),
  'incoming.file': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['incoming.unknown', 'incoming.noFile'],
  }),
};
