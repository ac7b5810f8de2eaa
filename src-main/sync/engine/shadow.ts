import type { WriteStores } from '#main/ports/base.ts';
import type { CrmAccount, ShadowRow } from '#main/ports/sync.ts';
import type { CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Work } from './engine-deps.ts';
import { mergeWaiting } from './merge-waiting.ts';

/** Kinds of records that become ours, in the order in which one needs another. */
export const ENTERED = ['organisation', 'party', 'contact', 'order', 'lead', 'message', 'note', 'payment'] as const;

/** Facts, not cards: only a new one that came after the first load is told, and told once. */
export const FACTS: readonly CrmRow['entity'][] = ['lead', 'message', 'note', 'payment'];
const isEntered = (entity: CrmRow['entity']): boolean => ENTERED.some((kind) => kind === entity);

/** Where rows come from: `changes` and `open` are to be entered, `all` is for reference, `own` is the answer to our write. */
export type RowsFrom = 'changes' | 'open' | 'all' | 'own' | 'needed';

/** Opens a transaction in which shadows may change: the journal is drained first (see `SyncDesk.drain`). */
export const writeShadows = <T>(work: Work, action: (stores: WriteStores, account: CrmAccount) => T): T =>
  work.base.write((stores) => {
    work.desk.drain(stores, requireDefined(stores.sync.account(work.accountId), 'the account at work'));
    return action(stores, requireDefined(stores.sync.account(work.accountId), 'the account at work'));
  });

/** Stores what the CRM said. Only what differs is written; our waiting changes are merged over it. Answers with how many differ. */
export const saveRows = (
  work: Work,
  stores: WriteStores,
  account: CrmAccount,
  rows: readonly CrmRow[],
  from: RowsFrom,
): number => {
  let changed = 0;
  for (const incoming of rows) {
    const known = stores.sync.row(account.id, incoming);
    const row = known === null ? incoming : enriched(incoming, known.row);
    const hash = hashOf(work, row);
    const isSame = known !== null && known.hash === hash;
    const goneAt = row.deletedAt;
    if (isSame && known.goneAt === goneAt && known.row.modifiedAt === row.modifiedAt && known.entering !== 'refused') {
      if (from === 'open' && known.entering === 'none' && isEntered(row.entity) && !FACTS.includes(row.entity))
        stores.sync.markEntering(account.id, row, 'due', null);
      continue;
    }
    const entering = enteringOf(stores, account, row, known, from, isSame);
    stores.sync.saveRow(account.id, { row, hash, pulledAt: work.clock.now(), goneAt, entering, problem: null });
    if (isSame) continue;
    changed += 1;
    mergeWaiting(work, stores, account, row);
  }
  return changed;
};

/** A page without lines or some fields says nothing of them: what an earlier answer said stays while the stamp is the same. */
const enriched = (row: CrmRow, known: CrmRow): CrmRow => {
  const isFresh = row.modifiedAt !== null && row.modifiedAt === known.modifiedAt;
  return {
    ...row,
    fields: { ...known.fields, ...row.fields },
    links: { ...known.links, ...row.links },
    lines: row.lines ?? (isFresh ? known.lines : null),
    requisites: row.requisites ?? (isFresh ? known.requisites : null),
  };
};

const hashOf = (work: Work, { fields, links, lines, requisites, files, deletedAt }: CrmRow): string =>
  work.hash(canonicalJson({ fields, links, lines, requisites, files, deletedAt })).slice(0, 32);

const enteringOf = (
  stores: WriteStores,
  account: CrmAccount,
  row: CrmRow,
  known: ShadowRow | null,
  from: RowsFrom,
  isSame: boolean,
): ShadowRow['entering'] => {
  if (!isEntered(row.entity) || row.deletedAt !== null) return 'none';
  if (isSame && known !== null && known.entering !== 'refused') return known.entering;
  if (FACTS.includes(row.entity)) return from === 'changes' && known === null ? 'due' : (known?.entering ?? 'none');
  // People are entered when an order of ours needs them, everything else as soon as it is work.
  if (from === 'needed' && row.entity !== 'order') return 'due';
  if (row.entity !== 'contact' && (from === 'changes' || from === 'open')) return 'due';
  // Whatever we already have follows its record; the rest of the archive stays there until somebody works on it.
  if (known !== null && known.entering !== 'none') return 'due';
  return row.entity === 'organisation' || stores.sync.linkTo(account.id, row) !== null ? 'due' : 'none';
};

/** Poisoned records: named for a person, the rest goes on. */
export const saveProblems = (
  work: Work,
  stores: WriteStores,
  account: CrmAccount,
  problems: readonly CrmRowProblem[],
): void => {
  for (const { ref, field, message } of problems) {
    const known = stores.sync.row(account.id, ref);
    const problem = field === '' ? message : `${message} (${field})`;
    if (known !== null) stores.sync.markEntering(account.id, ref, 'refused', problem);
    else {
      const row = emptyRow(ref);
      const hash = hashOf(work, row);
      stores.sync.saveRow(account.id, {
        row,
        hash,
        pulledAt: work.clock.now(),
        goneAt: null,
        entering: 'refused',
        problem,
      });
    }
  }
};

const emptyRow = (ref: CrmRowProblem['ref']): CrmRow => ({
  ...ref,
  key: null,
  createdAt: null,
  modifiedAt: null,
  modifiedBy: null,
  deletedAt: null,
  url: null,
  fields: {},
  links: {},
  lines: null,
  requisites: null,
  files: [],
  raw: {},
});
