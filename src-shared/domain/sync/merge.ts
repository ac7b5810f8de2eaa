import { isSameValue, type SyncFields } from './fields.ts';
import type { PolicyOf } from './policy.ts';

/** Both sides changed one field. */
export type FieldClash = {
  readonly field: string;
  /** What both sides started from. */
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
};

/** What becomes of our change once the CRM has been read again. */
export type Merge = {
  /** Still to be sent. */
  readonly send: SyncFields;
  /** The CRM already says the same. */
  readonly settled: readonly string[];
  /** The CRM is right by the policy: ours is dropped and shown as dropped. */
  readonly yielded: readonly FieldClash[];
  /** A person decides; only these fields wait. */
  readonly clashes: readonly FieldClash[];
};

/**
 * Three-way merge of our change of some fields over what the CRM says now (crm.md §1.9, §4.4). `base`: what the CRM said
 * when we changed them.
 */
export const mergeChange = (
  change: { readonly patch: SyncFields; readonly base: SyncFields },
  theirs: SyncFields,
  policy: PolicyOf,
): Merge => {
  const send: Record<string, string | null> = {};
  const settled: string[] = [];
  const yielded: FieldClash[] = [];
  const clashes: FieldClash[] = [];
  for (const [field, ours] of Object.entries(change.patch)) {
    const base = change.base[field] ?? null;
    const now = theirs[field] ?? null;
    const clash = { field, base, ours, theirs: now };
    if (isSameValue(now, ours)) settled.push(field);
    else if (isSameValue(now, base) || policy(field) === 'program') send[field] = ours;
    else if (policy(field) === 'crm') yielded.push(clash);
    else clashes.push(clash);
  }
  return { send, settled, yielded, clashes };
};

/** What a record looks like with our waiting changes laid over it, oldest first. */
export const overlay = (record: SyncFields, patches: readonly SyncFields[]): SyncFields =>
  Object.assign({}, record, ...patches) as SyncFields;

/** Two changes of one record as one: the newest value of each field over the oldest base. */
export const coalesce = (
  earlier: { readonly patch: SyncFields; readonly base: SyncFields },
  later: { readonly patch: SyncFields; readonly base: SyncFields },
): { readonly patch: SyncFields; readonly base: SyncFields } => ({
  patch: { ...earlier.patch, ...later.patch },
  base: { ...later.base, ...earlier.base },
});
