import { z } from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_STATES, FILE_FORMATS } from '../domain/document/document.ts';
import { command, query } from './define.ts';
import { base64, commandId, date, documentRow, finding, id, money, origin, page, problem } from './shapes.ts';

const kinds = z.array(z.string().max(40)).max(DOCUMENT_KINDS.length).optional();

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

export const issueAnswer = z.object({ issued: z.array(issued), problems: z.array(problem) });

export const documentsContract = {
  'packs.check': query({
    right: 'orders.read',
    input: z.object({ order: z.string().max(100), kinds, date: date.optional() }),
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
    errors: ['order.unknown', 'template.missing', 'render.failed'],
  }),
  /** The same page as a PDF engine breaks it; refused with `pdf.noEngine` where there is none. */
  'packs.pages': query({
    right: 'documents.read',
    input: z.object({ orderId: id, kind: z.enum(DOCUMENT_KINDS), date: date.optional() }),
    output: z.object({ pdf: base64, pages: z.number(), isDraft: z.boolean() }),
    errors: ['order.unknown', 'template.missing', 'render.failed', 'pdf.noEngine', 'pdf.failed'],
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
      /** Blocking findings that a person with the right lets pass, with the reason that goes into the history. */
      overrides: z.array(z.object({ rule: z.string().max(20), reason: z.string().min(3).max(500) })).default([]),
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
      state: z.enum(DOCUMENT_STATES).optional(),
      kind: z.enum(DOCUMENT_KINDS).optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(documentRow),
  }),
  'documents.get': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: documentRow,
    errors: ['document.unknown'],
  }),
  'documents.file': query({
    right: 'documents.read',
    input: z.object({ id, format: z.enum(FILE_FORMATS) }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['document.unknown', 'document.noFile'],
  }),
  /** Opens a copy in the person's own program (Word, a PDF viewer); `opened: false` where the host cannot. */
  'documents.open': command({
    right: 'documents.read',
    input: z.object({ commandId, id, format: z.enum(FILE_FORMATS) }),
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
