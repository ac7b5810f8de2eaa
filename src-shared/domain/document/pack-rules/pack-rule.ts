import { z } from 'zod';

/** A fact of the order and the answers that fit; any one of them will do. */
const packCondition = z.strictObject({
  fact: z.string().max(40).describe('Name of a fact, see PACK_FACTS: goods, trip, paymentKind …'),
  is: z.array(z.string().max(60)).max(40).describe('Answers of the fact that fit; one of them must hold'),
});

/**
 * One rule of the composition of a pack: when all of `when` holds, the document comes into the pack (or stays out of it).
 * The rules are read from the top: the first one that brings a kind gives its place and its reason; one that keeps a kind
 * out wins over all that bring it. Names of kinds and facts are plain text here, so that a file made by hand is answered
 * with Russian sentences of `checkRules` and not with the grammar of JSON.
 */
export const packRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/u)
    .describe('Stable name of the rule'),
  isOn: z.boolean().describe('A switched off rule stays in the list and decides nothing'),
  effect: z.enum(['include', 'exclude']).describe('Bring the document into the pack, or keep it out'),
  kind: z.string().max(60).describe('Code of a document of an order: invoice, upd, act …'),
  when: z.array(packCondition).max(20).describe('All must hold; empty: always'),
  reason: z
    .string()
    .trim()
    .max(300)
    .describe('Why, for the person who looks at the order; «{покупатель}» becomes the short name of the buyer'),
});

export const packRules = z.array(packRule).max(200);

export type PackRule = z.output<typeof packRule>;
export type PackCondition = z.output<typeof packCondition>;
