import { z } from 'zod';
import { MATCH_ZONES, PROPOSAL_KINDS } from '../domain/matching/types.ts';
import { command, query } from './define.ts';
import { commandId, date, id, money, page } from './shapes.ts';

const allocation = z.object({
  documentId: id,
  number: z.string(),
  date,
  order: z.string(),
  orderId: id.nullable(),
  counterparty: z.string(),
  sum: money,
  /** What the document waits for before this payment. */
  outstanding: money,
  writeOff: z.enum(['rounding', 'commission']).nullable(),
});

/** An operation with where it is put, or where it is proposed to be put. */
export const paymentRow = z.object({
  id,
  importId: id,
  account: z.string(),
  organisation: z.string(),
  organisationId: id,
  direction: z.enum(['incoming', 'outgoing', 'own', 'unclear']),
  number: z.string(),
  /** Day of booking. */
  date,
  sum: money,
  counterparty: z.string(),
  inn: z.string(),
  purpose: z.string(),
  zone: z.enum(MATCH_ZONES),
  isSettled: z.boolean(),
  /** How it was put there; null while it is only proposed. */
  how: z.enum(['auto', 'confirmed', 'manual']).nullable(),
  kind: z.enum(PROPOSAL_KINDS),
  partyId: id.nullable(),
  party: z.string(),
  invoices: z.array(allocation),
  /** What no document takes: an advance of the party. */
  remainder: money,
  /** 0…1. */
  confidence: z.number(),
  why: z.string(),
  warnings: z.array(z.string()),
  candidates: z.array(allocation),
});

const zones = z.object({ auto: z.array(paymentRow), confirm: z.array(paymentRow), manual: z.array(paymentRow) });

const operationId = id;
const changeErrors = ['payment.unknown', 'payment.settled', 'payment.noParty'] as const;

const rule = z.object({
  id,
  organisationId: id.nullable(),
  direction: z.enum(['incoming', 'outgoing']).nullable(),
  when: z.object({
    inn: z.string().max(12).optional(),
    account: z.string().max(40).optional(),
    nameContains: z.string().max(200).optional(),
    purposeContains: z.string().max(200).optional(),
  }),
  kind: z.enum(PROPOSAL_KINDS).exclude(['unknown']),
  partyId: id.nullable(),
  /** Switched off it stays in the list and decides nothing. */
  isOn: z.boolean().default(true),
  /** What it decides is confirmed by a person each time. */
  asks: z.boolean().default(false),
});

const percent = z.number().int().min(0).max(101);

export const paymentsContract = {
  /** Proposals for every operation that is put nowhere yet; with `apply` those of the zone «сам» are put where they belong. */
  'payments.match': command({
    right: 'payments.edit',
    input: z.object({ commandId, apply: z.boolean() }),
    output: zones,
  }),
  'payments.list': query({
    right: 'payments.read',
    input: z.object({
      importId: id.optional(),
      unmatched: z.boolean().default(false),
      text: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(1000).default(500),
      offset: z.number().int().min(0).default(0),
    }),
    output: page(paymentRow).extend({
      counts: z.object({ auto: z.number(), confirm: z.number(), manual: z.number(), notOurs: z.number() }),
      /** Money that is put nowhere yet, and the day of the oldest such operation. */
      unmatchedSum: money,
      oldestUnmatched: date.nullable(),
      autoSum: money,
    }),
  }),
  /** Documents that money can be put on, by number, sum, ИНН or name. */
  'payments.find': query({
    right: 'payments.read',
    input: z.object({ operationId, text: z.string().max(200) }),
    output: z.object({ items: z.array(allocation) }),
    errors: ['payment.unknown'],
  }),
  /** Agrees with what is proposed. */
  'payments.accept': command({
    right: 'payments.edit',
    input: z.object({ commandId, operationId }),
    output: paymentRow,
    errors: [...changeErrors, 'payment.nothingProposed'],
  }),
  /** Puts the operation on these documents in their order; without a sum each takes what it waits for. The rest is an advance. */
  'payments.reassign': command({
    right: 'payments.edit',
    input: z.object({
      commandId,
      operationId,
      documents: z
        .array(z.object({ documentId: id, sum: money.optional() }))
        .min(1)
        .max(200),
      /** Remember that this payer pays for that client, when they are not one and the same. */
      learn: z.boolean().default(false),
    }),
    output: paymentRow,
    errors: ['payment.unknown', 'payment.tooMuch', 'payment.otherCompany', 'document.unknown'],
  }),
  'payments.markAdvance': command({
    right: 'payments.edit',
    input: z.object({ commandId, operationId, partyId: id.optional() }),
    output: paymentRow,
    errors: changeErrors,
  }),
  /** «Не наше», «возврат», «комиссия» …: no document is paid by it. With `learn` a visible rule is made of a payer that no card knows. */
  'payments.notOurs': command({
    right: 'payments.edit',
    input: z.object({
      commandId,
      operationId,
      kind: z.enum(PROPOSAL_KINDS).exclude(['unknown', 'payment', 'advance']).default('notOurs'),
      learn: z.boolean().default(true),
    }),
    output: paymentRow,
    errors: changeErrors,
  }),
  /** Takes an operation back from where it was put. */
  'payments.undo': command({
    right: 'payments.edit',
    input: z.object({ commandId, operationId }),
    output: paymentRow,
    errors: ['payment.unknown', 'payment.notSettled'],
  }),
  'rules.list': query({
    right: 'payments.read',
    input: z.object({}),
    output: z.object({
      items: z.array(
        rule.extend({ text: z.string(), party: z.string(), organisation: z.string(), at: z.string(), who: z.string() }),
      ),
    }),
  }),
  'rules.save': command({
    right: 'payments.edit',
    input: z.object({ commandId, rule }),
    output: z.object({ id }),
    errors: ['rule.empty', 'payment.noParty'],
  }),
  /** What the rule decided before stays as it is. */
  'rules.delete': command({ right: 'payments.edit', input: z.object({ commandId, id }), output: z.object({ id }) }),
  /** How sure the matcher must be, by company; `auto` of 101 means that nothing posts itself. */
  'thresholds.list': query({
    right: 'payments.read',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          organisationId: id,
          organisation: z.string(),
          auto: percent,
          confirm: percent,
          rounding: money,
          commissionPercent: z.number(),
        }),
      ),
    }),
  }),
  'thresholds.save': command({
    right: 'payments.edit',
    input: z.object({
      commandId,
      organisationId: id,
      auto: percent,
      confirm: percent,
      rounding: money,
      commissionPercent: z.number().min(0).max(100),
    }),
    output: z.object({ organisationId: id }),
    errors: ['organisation.unknown'],
  }),
};
