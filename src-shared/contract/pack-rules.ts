import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document.ts';
import { packRules } from '../domain/document/pack-rules/pack-rule.ts';
import { command, query } from './define.ts';
import { commandId, problem } from './shapes.ts';

const sheet = z.object({ kind: z.enum(DOCUMENT_KINDS), title: z.string() });

const rulesView = z.object({
  rules: packRules,
  /** Each rule as a Russian sentence, in the order of `rules`. */
  sentences: z.array(z.string()),
  /** True while nobody has changed what ships. */
  isDefault: z.boolean(),
  /** `data.rule` is the rule's id, `data.severity` is `block` or `warn`. */
  problems: z.array(problem),
});

/** Percent that a carriage must leave to a forwarder; null: nobody is warned. */
const marginPercent = z.number().int().min(1).max(99).nullable();
/** What a missing entry in the register of forwarders does to a paper of a carriage. */
const forwarderRegistry = z.enum(['warn', 'block']);

export const packRulesContract = {
  /** What a pack consists of, with everything an editor needs. */
  'composition.get': query({
    right: 'orders.read',
    input: z.object({}),
    output: rulesView.extend({
      facts: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          answers: z.array(z.object({ code: z.string(), text: z.string() })),
        }),
      ),
      kinds: z.array(sheet),
    }),
  }),
  /** Looks at rules without keeping them: what is wrong with them, and what they make of an order. */
  'composition.try': query({
    right: 'orders.read',
    input: z.object({ rules: packRules, order: z.string().max(100).optional() }),
    output: z.object({
      sentences: z.array(z.string()),
      problems: z.array(problem),
      /** Null without an order. */
      trial: z
        .object({
          order: z.string(),
          counterparty: z.string(),
          /** By the rules in force. */
          now: z.array(sheet),
          items: z.array(sheet.extend({ reason: z.string(), rule: z.string() })),
        })
        .nullable(),
    }),
    errors: ['order.unknown', 'order.ambiguous'],
  }),
  /** Puts rules in force for the packs to come; null brings back those that ship. Issued papers stay as they are. */
  'composition.save': command({
    right: 'templates.edit',
    input: z.object({ commandId, rules: packRules.nullable() }),
    output: rulesView,
    errors: ['composition.unsound'],
  }),
  'limits.get': query({
    right: 'orders.read',
    input: z.object({}),
    output: z.object({ marginPercent, forwarderRegistry }),
  }),
  'limits.save': command({
    right: 'templates.edit',
    input: z.object({ commandId, marginPercent, forwarderRegistry }),
    output: z.object({ marginPercent, forwarderRegistry }),
  }),
};
