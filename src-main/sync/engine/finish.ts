import type { WriteStores } from '#main/ports/base.ts';
import type { CrmAccount, OutboxEntry } from '#main/ports/sync.ts';
import type { CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import { withFields } from '#shared/domain/sync/party-values.ts';
import type { FieldTexts } from '../connectors/connector.ts';
import type { Work } from './engine-deps.ts';
import { openConflict } from './merge-waiting.ts';
import { waitingLines } from './operation.ts';
import { saveRows, writeShadows } from './shadow.ts';
import { toInstant } from './time.ts';

/** What is known of a change that is in the CRM now. */
export type Arrived = {
  readonly ref: CrmRef | null;
  /** The record after it; null: the next pull brings it. */
  readonly row: CrmRow | null;
  readonly overwritten?: FieldTexts;
  readonly ignored?: readonly string[];
  readonly answer?: string | null;
};

/**
 * The change is in the CRM: its answer becomes the shadow at once, so that the overlay of the entry may go. What we overwrote in
 * the last moment is asked about, what the CRM took and did not keep is parked: neither is lost in silence.
 */
export const finish = (work: Work, entry: OutboxEntry, arrived: Arrived): void => {
  writeShadows(work, (stores, account) => {
    stores.sync.finishAttempt(entry.id, toInstant(work.pace.now()), 'done');
    if (entry.kind === 'create' && arrived.ref !== null)
      stores.sync.saveLink({ accountId: account.id, object: entry.object, ref: arrived.ref });
    if (entry.kind === 'file') rememberFile(stores, account, entry, arrived);
    const ignored = (arrived.ignored ?? []).filter((field) => field in entry.patch);
    const patch = Object.fromEntries(ignored.map((field) => [field, entry.patch[field] ?? null]));
    const lost = ignored.length === 0 ? null : { code: 'sync.ignored', data: { fields: ignored.join(', ') } };
    const done: OutboxEntry = { ...entry, state: 'done', nextAt: null, error: null };
    stores.sync.saveEntry(lost === null ? done : { ...done, patch, state: 'parked', error: lost });
    work.counts.pushed += 1;
    if (arrived.row === null) keepSent(work, stores, account, entry);
    else saveRows(work, stores, account, [arrived.row], 'own');
    enterAgain(stores, account, entry);
    const shadow = arrived.row ?? stores.sync.linkOf(account.id, entry.object)?.ref ?? null;
    for (const [field, theirs] of Object.entries(arrived.overwritten ?? {})) {
      const row = shadow === null ? null : stores.sync.row(account.id, shadow)?.row;
      if (row === null || row === undefined) continue;
      const ours = entry.patch[field] ?? null;
      openConflict(work, stores, account, entry, row, { field, base: entry.base[field] ?? null, ours, theirs });
    }
  });
};

/**
 * While the entry waited, its values lay over whatever came in; the CRM may have been changed under them since. Without them
 * the record is entered anew, even when its answer is no news.
 */
const enterAgain = (stores: WriteStores, account: CrmAccount, entry: OutboxEntry): void => {
  const link = stores.sync.linkOf(account.id, entry.object);
  const known = link === null || Object.keys(entry.patch).length === 0 ? null : stores.sync.row(account.id, link.ref);
  if (known?.entering === 'done') stores.sync.markEntering(account.id, known.row, 'due', null);
};

/** Where the CRM did not show the record, what we sent is the best guess of it until the next pull. */
const keepSent = (work: Work, stores: WriteStores, account: CrmAccount, entry: OutboxEntry): void => {
  const link = stores.sync.linkOf(account.id, entry.object);
  const known = link === null ? null : stores.sync.row(account.id, link.ref);
  if (known === null || Object.keys(entry.patch).length === 0) return;
  const { lines: _lines, ...fields } = entry.patch;
  const row = { ...withFields(known.row, fields), lines: waitingLines(entry) ?? known.row.lines };
  saveRows(work, stores, account, [row], 'own');
};

const rememberFile = (stores: WriteStores, account: CrmAccount, entry: OutboxEntry, arrived: Arrived): void => {
  const sha256 = entry.payload['sha256'];
  if (typeof sha256 === 'string')
    stores.sync.saveSentFile(account.id, entry.object, sha256, { id: arrived.ref?.id ?? null });
};
