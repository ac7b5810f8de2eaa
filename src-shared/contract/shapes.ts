import { z } from 'zod';
import { BUSINESSES, MEDIA } from '../domain/party/party.ts';
import { DOCUMENT_KINDS, DOCUMENT_STATES, FILE_FORMATS } from '../domain/document/document.ts';
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
export const PACK_STATES = ['planned', 'blocked', 'issued', 'stale'] as const;

export const packSheet = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  letter: z.string(),
  state: z.enum(PACK_STATES),
});

export const orderRow = z.object({
  id,
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

export const documentFile = z.object({
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
  order: z.string(),
  orderId: id,
  sum: money,
  vat: money,
  /** How the document travels: `own` with the driver or by hand, `post`, `operator`; chosen by the medium for now. */
  route: z.string(),
  medium: z.enum(MEDIA),
  state: z.enum(DOCUMENT_STATES),
  stale: z.boolean(),
  version: z.number(),
  files: z.array(documentFile),
});

export const packItem = packSheet.extend({
  reason: z.string(),
  documentId: id.nullable(),
  number: z.string(),
  date: date.nullable(),
  sum: money,
  medium: z.enum(MEDIA),
  files: z.array(documentFile),
});

export const origin = z.object({ source: z.enum(ORIGIN_SOURCES), field: z.string() });

export const historyEntry = z.object({
  at: z.string(),
  who: z.string(),
  onBehalfOf: z.string().nullable(),
  action: z.string(),
  text: z.string(),
});

export const page = <Item extends z.ZodType>(item: Item) => z.object({ total: z.number(), items: z.array(item) });
