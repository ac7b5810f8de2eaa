import { z } from 'zod';
import { isoDate } from '../kernel/date.ts';
import { command, query } from './define.ts';
import { paperBrief } from './paper-shapes.ts';
import { base64, commandId, date, id, money, problem } from './shapes.ts';

const day = z.iso.date().transform(isoDate);
const organisation = z.string().max(100).optional();

const ENVELOPE_WAYS = ['post', 'courier', 'hand'] as const;
const ENVELOPE_STATES = ['prepared', 'sent', 'delivered', 'cameBack'] as const;

const envelope = z.object({
  id,
  organisation: z.string(),
  organisationId: id,
  partyId: id,
  counterparty: z.string(),
  address: z.string(),
  way: z.enum(ENVELOPE_WAYS),
  track: z.string(),
  state: z.enum(ENVELOPE_STATES),
  madeAt: z.string(),
  /** The day of the last state. */
  stateOn: date,
  /** The register (опись) issued for it. */
  registerId: id.nullable(),
  sum: money,
  documents: z.array(paperBrief),
});

const waiting = z.object({
  organisation: z.string(),
  organisationId: id,
  partyId: id,
  counterparty: z.string(),
  /** Postal address or e-mail; empty when the card has none. */
  address: z.string(),
  sum: money,
  documents: z.array(paperBrief),
});

const letter = z.object({
  id,
  about: z.enum(['documents', 'reminder', 'message']),
  partyId: id,
  counterparty: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), size: z.number() })),
  /** `draft`: waits here; `opened`: given to the mail program; `sent`: a person said that it went. */
  state: z.enum(['draft', 'opened', 'sent', 'dropped']),
  madeAt: z.string(),
  sentAt: z.string().nullable(),
  documents: z.array(id),
});

/** A line of the ladder: third, seventh and fourteenth working day after the papers went out. */
const reminderRow = z.object({
  organisationId: id,
  partyId: id,
  counterparty: z.string(),
  email: z.string(),
  documents: z.array(paperBrief.extend({ workingDays: z.number(), step: z.number() })),
  sum: money,
  /** The highest step that is due now: 3, 7 or 14; 0: asked on demand only. */
  step: z.number(),
  remindedOn: date.nullable(),
});

export const sendingContract = {
  /** Signed and not sent: one envelope, letter or ЭДО packet (≤ 40 documents) per company and counterparty. */
  'sending.plan': query({
    right: 'documents.read',
    input: z.object({ organisation }),
    output: z.object({ envelopes: z.array(waiting), letters: z.array(waiting), packets: z.array(waiting) }),
    errors: ['organisation.unknown'],
  }),
  /** Puts signed paper documents into envelopes; without `parties` every counterparty of the plan gets one. */
  'sending.pack': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      organisation,
      parties: z.array(id).max(1000).optional(),
      way: z.enum(ENVELOPE_WAYS).default('post'),
    }),
    output: z.object({ items: z.array(envelope), problems: z.array(problem) }),
    errors: ['organisation.unknown', 'sending.nothing'],
  }),
  'sending.list': query({
    right: 'documents.read',
    input: z.object({
      organisation,
      state: z.enum(ENVELOPE_STATES).optional(),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({ total: z.number(), items: z.array(envelope) }),
    errors: ['organisation.unknown'],
  }),
  /** Gives an envelope its ШПИ; the check digit is verified, one number serves one envelope. */
  'sending.setTrack': command({
    right: 'documents.send',
    input: z.object({ commandId, id, track: z.string().trim().max(50) }),
    output: envelope,
    errors: ['envelope.unknown', 'post.track', 'post.trackTaken'],
  }),
  /**
   * A column (or several) copied from the post office's file: «адресат, ШПИ» or «ШПИ, статус, дата» a line. Lines find
   * their envelope by ШПИ, or by the order of the prepared ones when they hold nothing but numbers.
   */
  'sending.paste': command({
    right: 'documents.send',
    input: z.object({ commandId, text: z.string().max(200_000) }),
    output: z.object({
      applied: z.number(),
      items: z.array(
        z.object({
          line: z.number(),
          text: z.string(),
          envelopeId: id.nullable(),
          counterparty: z.string(),
          done: z.string(),
        }),
      ),
      problems: z.array(problem),
    }),
  }),
  /** Envelopes left the office or were met on their way. */
  'sending.mark': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      ids: z.array(id).min(1).max(500),
      state: z.enum(['sent', 'delivered', 'cameBack']),
      on: day.optional(),
    }),
    output: z.object({ items: z.array(z.object({ id, done: z.boolean(), reason: z.string() })) }),
  }),
  /** Issues the register (опись) of an envelope; called again it answers with the one that is there. */
  'sending.register': command({
    right: 'documents.issue',
    input: z.object({ commandId, id, returnUntil: day.optional() }),
    output: z.object({ envelope, documentId: id, number: z.string(), problems: z.array(problem) }),
    errors: ['envelope.unknown', 'pack.blocked', 'template.missing', 'render.failed', 'disk.full', 'disk.failed'],
  }),
  /** Address labels of envelopes as a PDF sheet with the documents' codes. */
  'sending.labels': query({
    right: 'documents.read',
    input: z.object({ ids: z.array(id).min(1).max(500) }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['envelope.unknown'],
  }),
  /** Makes a mail with the right files; the same documents to the same party are one letter, never two. */
  'sending.letter': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      documents: z.array(id).min(1).max(100),
      to: z.string().trim().max(300).optional(),
      text: z.string().max(5000).optional(),
    }),
    output: letter,
    errors: ['document.unknown', 'sending.twoParties', 'sending.noAddress', 'paper.move'],
  }),
  /** Opens the letter in the mail program as a draft with its files; `opened: false` where the host cannot. */
  'sending.openLetter': command({
    right: 'documents.send',
    input: z.object({ commandId, id }),
    output: z.object({ opened: z.boolean(), name: z.string(), eml: base64 }),
    errors: ['letter.unknown', 'letter.sent', 'document.noFile'],
  }),
  /** A person pressed «Отправить» in the mail program; the documents of the letter become sent. */
  'sending.letterSent': command({
    right: 'documents.send',
    input: z.object({ commandId, id, on: day.optional() }),
    output: letter,
    errors: ['letter.unknown', 'letter.sent'],
  }),
  'sending.dropLetter': command({
    right: 'documents.send',
    input: z.object({ commandId, id }),
    output: letter,
    errors: ['letter.unknown', 'letter.sent'],
  }),
  /** Letters that wait, newest first; `state` left out: drafts and opened ones. */
  'sending.outbox': query({
    right: 'documents.read',
    input: z.object({
      state: z.enum(['draft', 'opened', 'sent', 'dropped']).optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ total: z.number(), items: z.array(letter) }),
  }),
  /** Bar codes of documents, to be put beside the signed copies: a PDF sheet. */
  'sending.codes': query({
    right: 'documents.read',
    input: z.object({ documents: z.array(id).min(1).max(500) }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['document.unknown'],
  }),
  /** Who is to be reminded: one row per counterparty with everything it owes. */
  'reminders.plan': query({
    right: 'documents.read',
    input: z.object({
      organisation,
      /** Also those whose next step is not due yet. */
      all: z.boolean().default(false),
    }),
    output: z.object({ documents: z.number(), sum: money, items: z.array(reminderRow) }),
    errors: ['organisation.unknown'],
  }),
  /**
   * One grouped letter per counterparty: a numbered reminder with everything missing, a sheet of bar codes, a mail draft.
   * A counterparty that was reminded on this step is left out, whatever happened in between.
   */
  'reminders.make': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      organisation,
      parties: z.array(id).max(1000).optional(),
      all: z.boolean().default(false),
    }),
    output: z.object({
      letters: z.array(letter.extend({ documentId: id.nullable(), number: z.string() })),
      problems: z.array(problem),
    }),
    errors: ['organisation.unknown', 'sending.nothing'],
  }),
};
