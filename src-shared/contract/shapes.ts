import { z } from 'zod';
import { BUSINESSES, MEDIA } from '../domain/party/party.ts';
import { DOCUMENT_KINDS, DOCUMENT_STATES, FILE_FORMATS } from '../domain/document/document.ts';
import { PAPER_STATES } from '../domain/signing/course.ts';
import { ORIGIN_SOURCES } from '../domain/order/order.ts';

/** Roubles as text with two digits, `"118500.00"`: one spelling on the wire, in files and on the command line. */
export const money = z.string().regex(/^-?\d{1,15}\.\d{2}$/u);
export const date = z.iso.date();
export const id = z.string().min(1).max(100);
/** Made by the caller once per intent; a retry sends the same one. */
export const commandId = z.uuid();
/** Bytes inside JSON. */
export const base64 = z.base64();

export const problem = z.object({
  code: z.string(),
  message: z.string(),
  where: z.string(),
  data: z.record(z.string(), z.unknown()),
});

export const finding = z.object({
  rule: z.string(),
  code: z.string(),
  severity: z.enum(['block', 'warn', 'hint']),
  kind: z.enum(DOCUMENT_KINDS),
  field: z.string(),
  message: z.string(),
  data: z.record(z.string(), z.string()),
});

/** State of one sheet of the pack: not made, would be refused, made, made from data that changed since. */
const PACK_STATES = ['planned', 'blocked', 'issued', 'stale'] as const;

const packSheet = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  letter: z.string(),
  state: z.enum(PACK_STATES),
});

export const orderRow = z.object({
  id,
  /** How originals travel to this buyer. */
  medium: z.enum(MEDIA),
  number: z.string(),
  date,
  organisation: z.string(),
  counterparty: z.string(),
  sum: money,
  stage: z.string(),
  business: z.enum(BUSINESSES),
  dueDate: date.nullable(),
  manager: z.string(),
  pack: z.array(packSheet),
  blocks: z.number(),
  warnings: z.number(),
  /** The worst problem in words with the field that mends it; null when there is none. */
  firstProblem: finding.nullable(),
});

const documentFile = z.object({
  format: z.enum(FILE_FORMATS),
  name: z.string(),
  size: z.number(),
  isDraft: z.boolean(),
});

export const documentRow = z.object({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  number: z.string(),
  date,
  counterparty: z.string(),
  organisation: z.string(),
  /** Number of the order; empty for a paper that belongs to no order. */
  order: z.string(),
  orderId: id.nullable(),
  sum: money,
  vat: money,
  /** How the document travelled, before the sending how it would by its medium: `post`, `courier`, `hand`, `mail`, `operator`. */
  route: z.string(),
  medium: z.enum(MEDIA),
  /** The furthest thing that is true of it: issued, signed, sent, received … annulled. */
  state: z.enum(PAPER_STATES),
  stale: z.boolean(),
  version: z.number(),
  files: z.array(documentFile),
});

/** `corrected`: an исправление took its place; `replaced`: a later version did. */
const VERSION_STATES = ['inForce', 'corrected', 'replaced', 'annulled'] as const;

/** One document with what became of it: its versions, its end, and its namesakes in the same order, oldest first. */
export const documentCard = documentRow.extend({
  versions: z.array(
    z.object({
      version: z.number(),
      state: z.enum(VERSION_STATES),
      /** The исправление this version is; null for an original and for a version made anew. */
      revision: z.object({ number: z.number(), date }).nullable(),
      reason: z.string(),
      at: z.string(),
      who: z.string(),
      files: z.array(documentFile),
    }),
  ),
  /** Of an offer: the version to which the client said yes; null: to none. */
  agreedVersion: z.number().nullable(),
  annulled: z.object({ at: z.string(), who: z.string(), reason: z.string() }).nullable(),
  /** Documents of the same kind in the same order: an annulled one leads to its successor, and that one back. */
  chain: z.array(z.object({ id, number: z.string(), date, version: z.number(), state: z.enum(DOCUMENT_STATES) })),
});

export const packItem = packSheet.extend({
  reason: z.string(),
  documentId: id.nullable(),
  number: z.string(),
  date: date.nullable(),
  /** Of the version in force; 0 while nothing is issued. */
  version: z.number(),
  sum: money,
  /** What the document would come to if it were made now; differs from `sum` only in a stale one. */
  sumNow: money,
  /** Of an offer: the version to which the client said yes; null: to none. */
  agreedVersion: z.number().nullable(),
  /** A счет-фактура or УПД 1 is never made anew silently: its next version is an исправление (documents.md D9). */
  wantsCorrection: z.boolean(),
  medium: z.enum(MEDIA),
  files: z.array(documentFile),
});

export const origin = z.object({ source: z.enum(ORIGIN_SOURCES), field: z.string() });

/** A blocking finding that a person with the right let pass, and why. */
export const overridden = z.object({
  rule: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  text: z.string(),
  reason: z.string(),
  who: z.string(),
  role: z.string(),
});

/** Asks to let a blocking finding pass; the reason goes into the history. */
export const override = z.object({ rule: z.string().max(20), reason: z.string().trim().min(3).max(500) });

export const historyEntry = z.object({
  at: z.string(),
  who: z.string(),
  onBehalfOf: z.string().nullable(),
  action: z.string(),
  text: z.string(),
});

export const page = <Item extends z.ZodType>(item: Item) => z.object({ total: z.number(), items: z.array(item) });
