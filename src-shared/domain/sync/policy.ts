/**
 * Who is right about a field when both sides changed it (crm.md §4.4). `ask`: a person; `crm`: the CRM (who is responsible,
 * sums that it counts); `program`: we (numbers and states of our documents).
 */
export type SyncPolicy = 'ask' | 'crm' | 'program';

export type PolicyOf = (field: string) => SyncPolicy;

/** Fields that only one side counts or decides: names of `domain/crm/fields.ts`. */
const FIXED: Readonly<Record<string, SyncPolicy>> = {
  amount: 'crm',
  currency: 'crm',
  outcome: 'crm',
  pipeline: 'crm',
  responsible: 'crm',
  documentFiles: 'program',
};

/** The policy of a field: as the mapping says, else by its class. What we tell of our documents is `state…`. */
export const policyOf =
  (chosen: Readonly<Record<string, SyncPolicy>>): PolicyOf =>
  (field) =>
    chosen[field] ?? FIXED[field] ?? (/^state[A-Z]/u.test(field) ? 'program' : 'ask');
