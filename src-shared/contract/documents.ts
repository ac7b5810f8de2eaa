import { z } from 'zod';
import { DOCUMENT_KINDS, FILE_FORMATS } from '../domain/document/document.ts';
import { ETRN_FORMATS } from '../domain/etrn/etrn-writers.ts';
import { MEDIA } from '../domain/party/party.ts';
import { PAPER_STATES } from '../domain/signing/course.ts';
import { command, query } from './define.ts';
import {
  base64,
  commandId,
  date,
  documentCard,
  documentRow,
  finding,
  id,
  money,
  origin,
  override,
  page,
  problem,
} from './shapes.ts';

const kinds = z.array(z.string().max(40)).max(DOCUMENT_KINDS.length).optional();

/** How the originals travel this time; a paper one for a party that works by an operator wants a reason (R-E1). */
const medium = z.enum(MEDIA).optional();

const issued = z.object({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  number: z.string(),
  date,
  sum: money,
  vat: money,
  already: z.boolean(),
  /** `path`: the readable copy on this machine, for people and scripts; no call ever takes a path back. */
  files: z.array(z.object({ format: z.enum(FILE_FORMATS), name: z.string(), isDraft: z.boolean(), path: z.string() })),
});

/** What issuing answers, a pack or a paper of no order. */
export const issueAnswer = z.object({ issued: z.array(issued), problems: z.array(problem) });

export const documentsContract = {
  'packs.check': query({
    right: 'orders.read',
    input: z.object({ order: z.string().max(100), kinds, date: date.optional(), medium }),
    output: z.object({ kinds: z.array(z.enum(DOCUMENT_KINDS)), checkedRules: z.number(), findings: z.array(finding) }),
    errors: ['order.unknown', 'order.ambiguous', 'pack.unknownKind', 'pack.empty'],
  }),
  /** A page on the screen before anything is issued: every printed value carries a mark that leads to its origin. */
  'packs.preview': query({
    right: 'documents.read',
    input: z.object({ orderId: id, kind: z.enum(DOCUMENT_KINDS), date: date.optional() }),
    output: z.object({
      docx: base64,
      values: z.array(z.object({ path: z.string(), origin })),
      edition: z.string(),
      number: z.string(),
    }),
    errors: ['order.unknown', 'pack.unknownKind', 'template.missing', 'render.failed'],
  }),
  /** The same page as a PDF engine breaks it; refused with `pdf.noEngine` where there is none. */
  'packs.pages': query({
    right: 'documents.read',
    input: z.object({ orderId: id, kind: z.enum(DOCUMENT_KINDS), date: date.optional() }),
    output: z.object({ pdf: base64, pages: z.number(), isDraft: z.boolean() }),
    errors: ['order.unknown', 'pack.unknownKind', 'template.missing', 'render.failed', 'pdf.noEngine', 'pdf.failed'],
  }),
  /** Long work: progress comes as `job` events under the command's id, `jobs.cancel` stops it. */
  'packs.issue': command({
    right: 'documents.issue',
    input: z.object({
      commandId,
      order: z.string().max(100),
      kinds,
      date: date.optional(),
      formats: z.array(z.enum(FILE_FORMATS)).min(1).optional(),
      medium,
      /** With pictures of the stamp and the signature, by the right `documents.stamp`; off unless it is asked for. */
      facsimile: z.boolean().default(false),
      /** Blocking findings that a person with the right lets pass, with the reason that goes into the history. */
      overrides: z.array(override).max(50).default([]),
    }),
    output: issueAnswer,
    errors: [
      'order.unknown',
      'order.ambiguous',
      'pack.unknownKind',
      'pack.empty',
      'pack.blocked',
      'pack.cancelled',
      'pack.foreignOverride',
      'pack.firmRule',
      'template.missing',
      'render.failed',
      'render.timeout',
      'disk.full',
      'disk.failed',
    ],
  }),
  'documents.list': query({
    right: 'documents.read',
    input: z.object({
      text: z.string().max(200).optional(),
      orderId: id.optional(),
      state: z.enum(PAPER_STATES).optional(),
      kind: z.enum(DOCUMENT_KINDS).optional(),
      /** Sent and not back yet with their signature. */
      missingOriginal: z.boolean().optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(documentRow),
  }),
  'documents.get': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: documentCard,
    errors: ['document.unknown'],
  }),
  'documents.file': query({
    right: 'documents.read',
    /** Without `version` the file of the version in force. */
    input: z.object({ id, format: z.enum(FILE_FORMATS), version: z.number().int().min(1).optional() }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['document.unknown', 'document.noFile'],
  }),
  /** What a document would print otherwise if it were made now; `total` counts all, the first twenty are told. */
  'documents.changes': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: z.object({
      total: z.number(),
      items: z.array(
        z.object({ path: z.string(), field: z.string().nullable(), before: z.string(), after: z.string() }),
      ),
    }),
    errors: ['document.unknown'],
  }),
  /**
   * A new version under the same number and date (documents.md D9); the earlier version and its files stay. Of a
   * счет-фактура and an УПД 1 the new version is an исправление.
   */
  'documents.reissue': command({
    right: 'documents.issue',
    input: z.object({
      commandId,
      id,
      /** Also when nothing would be printed otherwise: with the template in force now, not the one it was made with. */
      force: z.boolean().default(false),
      overrides: z.array(override).max(50).default([]),
      /** Why the new version is made; it stands beside the version in the document's card. */
      reason: z.string().trim().max(500).default(''),
      /** With pictures of the stamp and the signature; asks for the right to it. */
      facsimile: z.boolean().default(false),
    }),
    output: documentCard,
    errors: [
      'document.unknown',
      'document.annulled',
      'document.notStale',
      'facsimile.none',
      'right.missing',
      'document.otherSeries',
      'document.withoutOrder',
      'pack.blocked',
      'pack.cancelled',
      'pack.foreignOverride',
      'pack.firmRule',
      'template.missing',
      'render.failed',
      'render.timeout',
      'disk.full',
      'disk.failed',
    ],
  }),
  /** Takes a document out of force: it stays in the register, and its number is never given again. */
  'documents.annul': command({
    right: 'documents.annul',
    input: z.object({ commandId, id, reason: z.string().trim().min(3).max(500) }),
    output: documentCard,
    errors: ['document.unknown', 'document.annulled'],
  }),
  /** The client said yes to an offer as it stands now, or took his word back. */
  'documents.agreeOffer': command({
    right: 'documents.issue',
    input: z.object({ commandId, id, isAgreed: z.boolean() }),
    output: documentCard,
    errors: ['document.unknown', 'document.annulled', 'document.notOffer'],
  }),
  /** The data set of an ЭТрН of an issued ТН or of an order (documents.md §11.1): no schema of the format is at hand. */
  'documents.etrn': query({
    right: 'documents.read',
    input: z.object({ id: z.string().max(100), format: z.enum(ETRN_FORMATS) }),
    output: z.object({
      name: z.string(),
      text: z.string(),
      filled: z.number(),
      /** Fields that nobody has filled in yet, `driver.inn`. */
      empty: z.array(z.string()),
    }),
    errors: ['order.unknown', 'order.ambiguous', 'etrn.noTrip'],
  }),
  /** Opens a copy in the person's own program (Word, a PDF viewer); `opened: false` where the host cannot. */
  'documents.open': command({
    right: 'documents.read',
    /** Without `version` the file of the version in force. */
    input: z.object({ commandId, id, format: z.enum(FILE_FORMATS), version: z.number().int().min(1).optional() }),
    output: z.object({ opened: z.boolean() }),
    errors: ['document.unknown', 'document.noFile'],
  }),
  'kinds.list': query({
    right: 'public',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          kind: z.enum(DOCUMENT_KINDS),
          title: z.string(),
          editions: z.array(
            z.object({ id: z.string(), validFrom: date.nullable(), validTo: date.nullable(), template: z.string() }),
          ),
        }),
      ),
    }),
  }),
  'jobs.cancel': command({
    right: 'member',
    input: z.object({ jobId: id }),
    output: z.object({ cancelled: z.boolean() }),
  }),
};
