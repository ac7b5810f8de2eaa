import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { MEDIA } from '../domain/party/party.ts';
import { PAPER_STATES, WAYS } from '../domain/signing/course.ts';
import { isoDate } from '../kernel/date.ts';
import { command, query } from './define.ts';
import { paperBrief } from './paper-shapes.ts';
import { base64, commandId, date, finding, id, money } from './shapes.ts';

const day = z.iso.date().transform(isoDate);
const month = z.string().regex(/^\d{4}-\d{2}$/u);
/** ИНН or id of one of our companies. */
const organisation = z.string().max(100).optional();

const monthRow = z.object({
  orderId: id,
  order: z.string(),
  counterparty: z.string(),
  sum: money,
  medium: z.enum(MEDIA),
  /** The set by the rules: kinds with what became of each. */
  set: z.array(
    z.object({
      kind: z.enum(DOCUMENT_KINDS),
      title: z.string(),
      letter: z.string(),
      state: z.enum(['planned', 'blocked', 'issued', 'stale']),
      documentId: id.nullable(),
    }),
  ),
  /** The worst problem in words with the field that mends it. */
  problem: finding.nullable(),
  isClosed: z.boolean(),
});

const group = z.object({ orders: z.number(), documents: z.number(), sum: money, items: z.array(monthRow) });

/** Numbers that are filters of the register at the same time. */
export const REGISTER_VIEWS = [
  'all',
  'toCheck',
  'toApprove',
  'toSign',
  'toSend',
  'awaited',
  'scanOnly',
  'toAccept',
  'toEnter',
  'refused',
  'annulled',
] as const;

const REGISTER_SORTS = ['date', 'sum', 'counterparty', 'number', 'sentOn', 'state'] as const;

const registerFilter = z.object({
  view: z.enum(REGISTER_VIEWS).default('all'),
  text: z.string().max(200).optional(),
  organisation,
  partyId: id.optional(),
  /** Id of the order. */
  orderId: id.optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  medium: z.enum(MEDIA).optional(),
  state: z.enum(PAPER_STATES).optional(),
  from: day.optional(),
  to: day.optional(),
});

const registerRow = paperBrief.extend({
  way: z.enum(WAYS).nullable(),
  track: z.string(),
  sentOn: date.nullable(),
  receivedOn: date.nullable(),
  awaited: z.boolean(),
  daysAwaited: z.number(),
  manager: z.string(),
});

/** One paper that the closing gate asks for. */
const gateItem = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  documentId: id.nullable(),
  number: z.string(),
  state: z.enum(PAPER_STATES).nullable(),
  isHere: z.boolean(),
  /** «нет оригинала: отправлен 05.10.2026», «не выпущен». */
  reason: z.string(),
});

export const EPD_STATUSES = ['none', 'prepared', 'signedByShipper', 'accepted', 'delivered', 'refused'] as const;

const epdView = z.object({
  order: z.string(),
  orderId: id,
  mode: z.enum(['required', 'paperAllowed', 'notApplicable', 'unknown']),
  reasons: z.array(z.string()),
  /** Set while a paper original exists where an electronic one is asked for and nobody named a reason. Never a ban. */
  warning: z.string(),
  exception: z.string(),
  exceptionText: z.string(),
  exceptions: z.array(z.object({ code: z.string(), title: z.string() })),
  etrnUid: z.string(),
  orderUid: z.string(),
  operator: z.string(),
  etrnStatus: z.enum(EPD_STATUSES),
  orderStatus: z.enum(EPD_STATUSES),
});

export const closingContract = {
  /** Orders shipped in a month, split into what can be issued now, what wants eyes and what cannot be issued. */
  'closing.month': query({
    right: 'orders.read',
    input: z.object({ month, organisation }),
    output: z.object({
      orders: z.number(),
      sum: money,
      vat: money,
      closed: z.number(),
      ready: group,
      check: group,
      impossible: group,
      media: z.object({
        edo: z.object({ orders: z.number(), packets: z.number() }),
        scan: z.object({ orders: z.number(), letters: z.number() }),
        paper: z.object({ orders: z.number(), envelopes: z.number() }),
      }),
    }),
    errors: ['organisation.unknown'],
  }),
  /** One register over paper, scans and ЭДО. `views` counts every view under the other filters. */
  'closing.register': query({
    right: 'documents.read',
    input: registerFilter.extend({
      sort: z.enum(REGISTER_SORTS).default('date'),
      descending: z.boolean().default(true),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({
      total: z.number(),
      sum: money,
      vat: money,
      items: z.array(registerRow),
      views: z.array(z.object({ view: z.enum(REGISTER_VIEWS), count: z.number() })),
    }),
    errors: ['organisation.unknown'],
  }),
  /** The register under these filters as a workbook, or the debt. */
  'closing.export': query({
    right: 'documents.read',
    input: registerFilter.extend({ what: z.enum(['register', 'debt']).default('register') }),
    output: z.object({ name: z.string(), bytes: base64, rows: z.number() }),
    errors: ['organisation.unknown'],
  }),
  /** Who owes originals: sum, НДС at risk, days. Count and sum equal the view `awaited` of the register; НДС is that of shipments. */
  'closing.debt': query({
    right: 'documents.read',
    input: z.object({ organisation, manager: z.string().max(200).optional() }),
    output: z.object({
      documents: z.number(),
      sum: money,
      vat: money,
      items: z.array(
        z.object({
          partyId: id,
          counterparty: z.string(),
          documents: z.number(),
          sum: money,
          vat: money,
          days: z.number(),
          oldest: date,
          managers: z.array(z.string()),
          /** How many times they were reminded, and the last day. */
          reminders: z.number(),
          remindedOn: date.nullable(),
        }),
      ),
      managers: z.array(z.object({ manager: z.string(), documents: z.number(), sum: money, vat: money })),
    }),
    errors: ['organisation.unknown'],
  }),
  /** May the order reach its last stage: every required original must be here. */
  'closing.gate': query({
    right: 'orders.read',
    input: z.object({ order: z.string().max(100) }),
    output: z.object({
      order: z.string(),
      orderId: id,
      open: z.boolean(),
      items: z.array(gateItem),
      override: z.object({ who: z.string(), role: z.string(), reason: z.string(), at: z.string() }).nullable(),
    }),
    errors: ['order.unknown', 'order.ambiguous'],
  }),
  /** Opens the gate without the originals, by a person with the right and with a reason; it stays in the history. */
  'closing.override': command({
    right: 'documents.override',
    input: z.object({ commandId, order: z.string().max(100), reason: z.string().trim().min(3).max(500) }),
    output: z.object({ order: z.string(), open: z.boolean() }),
    errors: ['order.unknown', 'order.ambiguous', 'closing.open'],
  }),
  /** ЭПД of a freight order: mode with reasons, ids and status. The exception and the ids are set by `orders.setField`. */
  'closing.epd': query({
    right: 'orders.read',
    input: z.object({ order: z.string().max(100) }),
    output: epdView,
    errors: ['order.unknown', 'order.ambiguous', 'etrn.noTrip'],
  }),
  /** What the operator said; an exception reason takes the warning away. */
  'closing.setEpd': command({
    right: 'orders.edit',
    input: z.object({
      commandId,
      order: z.string().max(100),
      exception: z.string().max(40).optional(),
      exceptionText: z.string().trim().max(300).optional(),
      etrnUid: z.string().trim().max(100).optional(),
      orderUid: z.string().trim().max(100).optional(),
      operator: z.string().trim().max(200).optional(),
      etrnStatus: z.enum(EPD_STATUSES).optional(),
      orderStatus: z.enum(EPD_STATUSES).optional(),
    }),
    output: epdView,
    errors: ['order.unknown', 'order.ambiguous', 'etrn.noTrip', 'field.invalid'],
  }),
};
