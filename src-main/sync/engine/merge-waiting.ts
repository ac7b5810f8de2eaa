import type { WriteStores } from '#main/ports/base.ts';
import type { CrmAccount, OutboxEntry, SyncConflict } from '#main/ports/sync.ts';
import { isJsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';
import { isSameValue, type SyncFields } from '#shared/domain/sync/fields.ts';
import { linesText } from '#shared/domain/sync/lines.ts';
import { mergeChange, type FieldClash } from '#shared/domain/sync/merge.ts';
import { fieldsThere } from '#shared/domain/sync/party-values.ts';
import { policyOf } from '#shared/domain/sync/policy.ts';
import type { Work } from './engine-deps.ts';

/** Entries that change fields of a record; only these can clash. */
const CHANGES = new Set<OutboxEntry['kind']>(['update', 'stage', 'lines', 'requisites']);

/** What the CRM says of a record as the merge compares it. */
const theirsOf = (row: CrmRow): SyncFields =>
  row.lines === null ? fieldsThere(row) : { ...row.fields, lines: linesText(row.lines) };

/**
 * The CRM says something new of a record: our changes that were not sent yet are merged over it, field by field. What it already
 * says is settled, what both sides changed waits for a person, and only that.
 */
export const mergeWaiting = (work: Work, stores: WriteStores, account: CrmAccount, row: CrmRow): void => {
  const link = stores.sync.linkTo(account.id, row);
  if (link === null) return;
  refreshConflicts(work, stores, account, link.object, row);
  const theirs = theirsOf(row);
  for (const entry of stores.sync.waitingOf(account.id, link.object)) {
    const isUnsent = entry.state === 'ready' || entry.state === 'wait';
    if (!isUnsent || !CHANGES.has(entry.kind)) continue;
    const known = Object.fromEntries(Object.entries(entry.patch).filter(([field]) => field in theirs));
    const unknown = Object.fromEntries(Object.entries(entry.patch).filter(([field]) => !(field in theirs)));
    const merged = mergeChange({ patch: known, base: entry.base }, theirs, policyOf(account.policies));
    for (const clash of merged.clashes) openConflict(work, stores, account, entry, row, clash);
    for (const clash of merged.yielded) settleByPolicy(work, stores, account, entry, row, clash);
    const patch = { ...unknown, ...merged.send };
    if (Object.keys(patch).length === Object.keys(entry.patch).length) continue;
    const isLeft = Object.keys(patch).length > 0;
    stores.sync.saveEntry({
      ...entry,
      patch,
      state: isLeft ? entry.state : merged.clashes.length > 0 ? 'conflict' : 'done',
    });
  }
};

/** An open question keeps up with the CRM, and answers itself when both sides say the same. */
const refreshConflicts = (work: Work, stores: WriteStores, account: CrmAccount, object: string, row: CrmRow): void => {
  const theirs = theirsOf(row);
  for (const conflict of stores.sync.conflictsOf(account.id, object)) {
    if (!(conflict.field in theirs)) continue;
    const now = theirs[conflict.field] ?? null;
    if (isSameValue(now, conflict.ours))
      stores.sync.saveConflict({ ...conflict, theirs: now, choice: 'policy', settledAt: work.clock.now() });
    else if (!isSameValue(now, conflict.theirs))
      stores.sync.saveConflict({
        ...conflict,
        theirs: now,
        theirsBy: nameOf(stores, account, row.modifiedBy),
        theirsAt: row.modifiedAt,
      });
  }
  closeAnswered(stores, account, object);
};

/** Entries whose every field was handed over to questions end with the last of them. */
const closeAnswered = (stores: WriteStores, account: CrmAccount, object: string): void => {
  if (stores.sync.conflictsOf(account.id, object).length > 0) return;
  for (const entry of stores.sync.waitingOf(account.id, object))
    if (entry.state === 'conflict') stores.sync.saveEntry({ ...entry, state: 'done' });
};

type NewConflict = Pick<SyncConflict, 'choice' | 'settledAt'>;

const conflictOf = (
  work: Work,
  stores: WriteStores,
  account: CrmAccount,
  entry: OutboxEntry,
  row: CrmRow,
  clash: FieldClash,
  { choice, settledAt }: NewConflict,
): SyncConflict => ({
  ...clash,
  id: work.random.uuid(),
  accountId: account.id,
  ref: { entity: row.entity, id: row.id },
  object: entry.object,
  orderId: entry.orderId,
  theirsBy: nameOf(stores, account, row.modifiedBy),
  theirsAt: row.modifiedAt,
  foundAt: work.clock.now(),
  choice,
  settledAt,
});

/** One question a field: a newer change of ours takes the place of the older one in it. */
export const openConflict = (
  work: Work,
  stores: WriteStores,
  account: CrmAccount,
  entry: OutboxEntry,
  row: CrmRow,
  clash: FieldClash,
): void => {
  const open = stores.sync.conflictsOf(account.id, entry.object).find(({ field }) => field === clash.field);
  if (open !== undefined) stores.sync.saveConflict({ ...open, ours: clash.ours, theirs: clash.theirs });
  else
    stores.sync.saveConflict(conflictOf(work, stores, account, entry, row, clash, { choice: null, settledAt: null }));
};

const settleByPolicy = (
  work: Work,
  stores: WriteStores,
  account: CrmAccount,
  entry: OutboxEntry,
  row: CrmRow,
  clash: FieldClash,
): void => {
  const settled = { choice: 'policy', settledAt: work.clock.now() } as const;
  stores.sync.saveConflict(conflictOf(work, stores, account, entry, row, clash, settled));
};

/** The employee's name by the dictionaries that came with the last full reading. */
const nameOf = (stores: WriteStores, account: CrmAccount, id: string | null): string => {
  const employees = stores.sync.cursor(account.id, 'dictionaries')?.['employees'];
  if (id === null || !Array.isArray(employees)) return '';
  const name = employees.filter(isJsonObject).find((employee) => employee['id'] === id)?.['name'];
  return typeof name === 'string' ? name : '';
};
