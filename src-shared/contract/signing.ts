import { z } from 'zod';
import { WAYS } from '../domain/signing/course.ts';
import { ROLES } from '../domain/users/rights.ts';
import { isoDate } from '../kernel/date.ts';
import { command, query } from './define.ts';
import { approvalView, paperBrief, paperTrail } from './paper-shapes.ts';
import { base64, commandId, date, documentCard, id, money } from './shapes.ts';

const day = z.iso.date().transform(isoDate);
const reason = z.string().trim().min(3).max(500);

const LARGEST_SCAN = 60 * 1024 * 1024;

/** The document with its way: what every command of this file answers. */
const paper = documentCard.extend({ trail: paperTrail });

/** Why a card stands where it stands: `barred` cannot be signed, `deviating` wants eyes, `clean` may go in a batch. */
const SIGN_GROUPS = ['barred', 'deviating', 'clean'] as const;

const signCard = paperBrief.extend({
  group: z.enum(SIGN_GROUPS),
  /** Higher comes first. */
  risk: z.number(),
  /** «новый контрагент», «изменили 3 места»; empty for a clean one. */
  reasons: z.array(z.string()),
  waitingSince: date,
  daysWaiting: z.number(),
});

const queueFilter = z.object({
  /** ИНН or id of one of our companies. */
  organisation: z.string().max(100).optional(),
});

const moveErrors = ['document.unknown', 'document.annulled', 'paper.move'] as const;

export const signingContract = {
  /** The way of one document: copies, approvals, signatures, scans, what may be done next. */
  'signing.paper': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: paper,
    errors: ['document.unknown'],
  }),
  /** «На подпись»: checked or approved documents that wait for our signature, by risk. */
  'signing.queue': query({
    right: 'documents.read',
    input: queueFilter,
    output: z.object({
      total: z.number(),
      sum: money,
      oldestDays: z.number(),
      /** Orders that stand because of these documents. */
      orders: z.number(),
      signedToday: z.number(),
      items: z.array(signCard),
    }),
    errors: ['organisation.unknown'],
  }),
  /** «Что подписываю» in five lines, with the deviations from the form and whether the authority holds on the date. */
  'signing.card': query({
    right: 'documents.read',
    input: z.object({ id }),
    output: signCard.extend({
      lines: z.array(
        z.object({
          label: z.enum(['who', 'money', 'term', 'deferral', 'deviations']),
          value: z.string(),
          note: z.string(),
          warns: z.boolean(),
        }),
      ),
      deviations: z.array(
        z.object({
          clause: z.string(),
          before: z.string(),
          after: z.string(),
          /** The lawyer's note to this place. */
          note: z.string(),
        }),
      ),
      authority: z.object({ holds: z.boolean(), signatory: z.string(), text: z.string() }),
      approvals: z.array(approvalView),
    }),
    errors: ['document.unknown'],
  }),
  /**
   * Registers our signature: who, when, by what authority. One's own wants `documents.sign`; whoever issues documents may
   * register that of a person who has it. Cryptographic signing stays with the ЭДО operator.
   */
  'signing.sign': command({
    right: 'documents.read',
    input: z.object({
      commandId,
      id,
      /** Login of who signed; the acting person when left out. */
      by: z.string().max(100).optional(),
      /** The version that was looked at; another one in force is refused. */
      version: z.number().int().min(1).optional(),
      on: day.optional(),
    }),
    output: paper,
    errors: [
      ...moveErrors,
      'session.unknownUser',
      'right.missing',
      'signing.noAuthority',
      'signing.notAllowed',
      'signing.otherVersion',
      'signing.comparison',
    ],
  }),
  /** Only documents without deviations; each has its own result. */
  'signing.signMany': command({
    right: 'documents.sign',
    input: z.object({ commandId, ids: z.array(id).min(1).max(500) }),
    output: z.object({
      signed: z.number(),
      items: z.array(z.object({ id, signed: z.boolean(), reason: z.string() })),
    }),
  }),
  /** Back to who made it, with a reason; approvals that still wait are withdrawn. */
  'signing.reject': command({
    right: 'documents.sign',
    input: z.object({ commandId, id, reason }),
    output: paper,
    errors: moveErrors,
  }),
  /** Handed, sent or put into the operator's hands. */
  'signing.sent': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      id,
      /** By the document's medium when left out: paper by post, scan by mail, ЭДО by the operator. */
      way: z.enum(WAYS).optional(),
      /** ШПИ of a postal item; its check digit is verified. */
      track: z.string().trim().max(50).default(''),
      on: day.optional(),
    }),
    output: paper,
    errors: [...moveErrors, 'post.track'],
  }),
  /** What happened to their copy on its way. */
  'signing.delivery': command({
    right: 'documents.send',
    input: z.object({ commandId, id, outcome: z.enum(['delivered', 'cameBack']), on: day.optional() }),
    output: paper,
    errors: moveErrors,
  }),
  /** Their signature came: a scan, the paper itself, or the operator's word. */
  'signing.received': command({
    right: 'documents.send',
    input: z.object({
      commandId,
      id,
      as: z.enum(['scan', 'original', 'electronic']),
      scan: z.object({ name: z.string().trim().min(1).max(200), bytes: base64.max(LARGEST_SCAN) }).optional(),
      on: day.optional(),
    }),
    output: paper,
    errors: [...moveErrors, 'disk.full', 'disk.failed'],
  }),
  /** They will not sign. */
  'signing.refused': command({
    right: 'documents.send',
    input: z.object({ commandId, id, reason }),
    output: paper,
    errors: moveErrors,
  }),
  /** The accountant takes the signed paper, or sends it back to be asked for again. */
  'signing.accept': command({
    right: 'documents.accept',
    input: z.object({
      commandId,
      id,
      decision: z.enum(['accept', 'decline']),
      reason: z.string().trim().max(500).default(''),
    }),
    output: paper,
    errors: moveErrors,
  }),
  /** Entered into 1C, several at once. */
  'signing.entered': command({
    right: 'documents.accept',
    input: z.object({ commandId, ids: z.array(id).min(1).max(500) }),
    output: z.object({
      entered: z.number(),
      items: z.array(z.object({ id, entered: z.boolean(), reason: z.string() })),
    }),
  }),
  /** A scan that is attached to a document. */
  'signing.scan': query({
    right: 'documents.read',
    input: z.object({ id, scanId: id }),
    output: z.object({ name: z.string(), bytes: base64 }),
    errors: ['document.unknown', 'document.noFile'],
  }),
  /** The office manager's queue: issued and not looked at yet. */
  'check.queue': query({
    right: 'documents.read',
    input: queueFilter.extend({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({
      total: z.number(),
      items: z.array(
        paperBrief.extend({
          manager: z.string(),
          issuedAt: z.string(),
          issuedBy: z.string(),
          /** What is missing or looks wrong; empty when the document is whole. */
          faults: z.array(z.string()),
          stale: z.boolean(),
          /** Why it came back the last time; empty for one that did not. */
          returned: z.string(),
        }),
      ),
    }),
    errors: ['organisation.unknown'],
  }),
  /** Looked at and found whole; several at once, each with its own result. */
  'check.pass': command({
    right: 'documents.issue',
    input: z.object({ commandId, ids: z.array(id).min(1).max(500) }),
    output: z.object({ passed: z.number(), items: z.array(z.object({ id, passed: z.boolean(), reason: z.string() })) }),
  }),
  /** Back to the manager or logistician with a reason. */
  'check.return': command({
    right: 'documents.issue',
    input: z.object({ commandId, id, reason }),
    output: paper,
    errors: moveErrors,
  }),
  /** Sends for approval: equal turns at once, later turns after the earlier ones agreed. */
  'approvals.submit': command({
    right: 'documents.issue',
    input: z.object({
      commandId,
      id,
      approvers: z
        .array(
          z.object({
            /** Login of a person, or a role: anybody who has it. */
            user: z.string().max(100).optional(),
            role: z.enum(ROLES).optional(),
            turn: z.number().int().min(1).max(20).default(1),
          }),
        )
        .min(1)
        .max(20),
    }),
    output: paper,
    errors: [...moveErrors, 'session.unknownUser', 'approval.nobody'],
  }),
  /** What waits for my word now. */
  'approvals.mine': query({
    right: 'documents.read',
    input: z.object({}),
    output: z.object({
      total: z.number(),
      items: z.array(paperBrief.extend({ approval: approvalView, askedAt: z.string(), askedBy: z.string() })),
    }),
  }),
  /** A rejection wants a comment, returns the document to its author and withdraws the other requests. */
  'approvals.decide': command({
    right: 'documents.read',
    input: z.object({
      commandId,
      id,
      decision: z.enum(['approve', 'reject']),
      comment: z.string().trim().max(500).default(''),
    }),
    output: paper,
    errors: [...moveErrors, 'approval.notYours', 'approval.comment'],
  }),
};
