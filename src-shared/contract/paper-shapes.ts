import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { MEDIA } from '../domain/party/party.ts';
import { OUR_COPIES, PAPER_STATES, ROUTES, THEIR_COPIES, WAYS } from '../domain/signing/course.ts';
import { ROLES } from '../domain/users/rights.ts';
import { date, id, money } from './shapes.ts';

/** A document as the lists of signing, closing and reception show it. */
export const paperBrief = z.object({
  id,
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  number: z.string(),
  date,
  organisation: z.string(),
  partyId: id,
  counterparty: z.string(),
  order: z.string(),
  orderId: id.nullable(),
  sum: money,
  vat: money,
  version: z.number(),
  medium: z.enum(MEDIA),
  state: z.enum(PAPER_STATES),
});

export const approvalView = z.object({
  id,
  /** Turn in the row; equal turns wait for an answer at once. */
  turn: z.number(),
  role: z.enum(ROLES).nullable(),
  userId: id.nullable(),
  /** The person's or the role's name. */
  who: z.string(),
  state: z.enum(['waiting', 'later', 'approved', 'rejected', 'withdrawn']),
  at: z.string().nullable(),
  comment: z.string(),
});

const signatureView = z.object({
  side: z.enum(['us', 'them']),
  /** «Соколов А. В., Генеральный директор»; of the other side what is known. */
  signatory: z.string(),
  /** «действует на основании Устава»; «доверенность № 3 от …, до …». */
  authority: z.string(),
  /** Who registered it here. */
  who: z.string(),
  at: z.string(),
  version: z.number(),
});

/** All that is known of the way of one document. */
export const paperTrail = z.object({
  route: z.enum(ROUTES),
  ours: z.enum(OUR_COPIES),
  theirs: z.enum(THEIR_COPIES),
  /** What is printed as a bar code on cover sheets: id of the document with a check sign. */
  code: z.string(),
  /** Our copy is waited for with their signature. */
  awaited: z.boolean(),
  daysAwaited: z.number(),
  way: z.enum(WAYS).nullable(),
  track: z.string(),
  sentOn: date.nullable(),
  receivedOn: date.nullable(),
  approvals: z.array(approvalView),
  signatures: z.array(signatureView),
  scans: z.array(z.object({ id, name: z.string(), pages: z.number().nullable(), at: z.string(), who: z.string() })),
  /** A returned contract that differs from the sent one and waits for the lawyer, or the last word on it. */
  comparison: z
    .object({ id, differences: z.number(), verdict: z.enum(['waiting', 'accepted', 'declined']), comment: z.string() })
    .nullable(),
  /** What may be done now by anybody with the right, and why the rest may not. */
  moves: z.array(z.object({ move: z.string(), allowed: z.boolean(), reason: z.string() })),
});
