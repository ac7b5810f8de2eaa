import { z } from 'zod';
import { DOCUMENT_KINDS, FILE_FORMATS } from '../domain/document/document.ts';
import { MEDIA } from '../domain/party/party.ts';
import { command, query } from './define.ts';
import { commandId, date, id, money, problem } from './shapes.ts';

const BATCH_STATES = ['running', 'paused', 'done'] as const;
const ITEM_STATES = ['pending', 'issued', 'done', 'failed'] as const;

/** More orders than a year of a small firm: what is above is a slip. */
const MOST_ORDERS = 5000;

const batchDocument = z.object({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  number: z.string(),
  date,
  sum: money,
  vat: money,
  medium: z.enum(MEDIA),
  formats: z.array(z.enum(FILE_FORMATS)),
});

const batchItem = z.object({
  position: z.number(),
  /** The order's number, or what was asked for when there is no such order. */
  order: z.string(),
  orderId: id.nullable(),
  counterparty: z.string(),
  state: z.enum(ITEM_STATES),
  problems: z.array(problem),
  /** Documents in force of the kinds that were asked for. */
  documents: z.array(batchDocument),
});

const batchSummary = z.object({
  id,
  state: z.enum(BATCH_STATES),
  startedAt: z.string(),
  who: z.string(),
  /** Time of work, pauses left out. */
  seconds: z.number(),
  orders: z.number(),
  /** Orders that are done or failed. */
  finished: z.number(),
  failed: z.number(),
  /** Code of the refusal that stopped it; empty when a person or the end did. */
  stopCode: z.string(),
});

const batchView = batchSummary.extend({
  /** Documents in force of its orders. */
  issued: z.number(),
  /** Money of the papers that record a shipment or a service: an invoice asks for the same money once more. */
  sum: money,
  vat: money,
  register: z.array(
    z.object({ kind: z.enum(DOCUMENT_KINDS), title: z.string(), count: z.number(), sum: money, vat: money }),
  ),
  items: z.array(batchItem),
});

export const batchesContract = {
  /**
   * Issues many orders in the background of the core; answers at once. A request that was begun before and is not done
   * goes on where it stopped. Progress comes as `job` events under the batch's id.
   */
  'batches.start': command({
    right: 'documents.issue',
    input: z.object({
      commandId,
      /** Numbers or ids; without them the orders that `text`, `month` and `org` find, as `orders.list` does. */
      orders: z.array(z.string().min(1).max(100)).max(MOST_ORDERS).optional(),
      text: z.string().max(200).optional(),
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/u)
        .optional(),
      org: z.string().max(12).optional(),
      kinds: z.array(z.string().max(40)).max(DOCUMENT_KINDS.length).optional(),
      formats: z.array(z.enum(FILE_FORMATS)).min(1).optional(),
      date: date.optional(),
      /** With pictures of the stamp and the signature where the company lays them; asks for the right to it. */
      facsimile: z.boolean().default(false),
    }),
    output: z.object({ id, resumed: z.boolean() }),
    errors: ['batch.empty', 'organisation.unknown', 'pack.unknownKind', 'right.missing'],
  }),
  'batches.list': query({
    right: 'documents.read',
    input: z.object({ limit: z.number().int().min(1).max(100).default(20) }),
    output: z.object({ items: z.array(batchSummary) }),
  }),
  'batches.get': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: batchView,
    errors: ['batch.unknown'],
  }),
  /** The same once nobody works on it any more: it is done or paused. */
  'batches.wait': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: batchView,
    errors: ['batch.unknown'],
  }),
  /** Stops after the order at hand; what is entered stays. */
  'batches.pause': command({
    right: 'documents.issue',
    input: z.object({ commandId, id }),
    output: z.object({ id }),
    errors: ['batch.unknown'],
  }),
  /** Goes on where it stopped; with `onlyFailed` the failed orders are tried again. */
  'batches.resume': command({
    right: 'documents.issue',
    input: z.object({ commandId, id, onlyFailed: z.boolean().default(false) }),
    output: z.object({ id }),
    errors: ['batch.unknown'],
  }),
};
