import type { OutboxEntry } from '#main/ports/sync.ts';
import { coalesce } from '#shared/domain/sync/merge.ts';
import { toInstant } from './time.ts';
import type { Work } from './engine-deps.ts';
import { readRefs } from './read-refs.ts';
import { sendEntry } from './send.ts';
import { INTERRUPTED, type Sent } from './stopping.ts';
import { verifyEntry } from './verify.ts';
import { writeShadows } from './shadow.ts';

/** Entries looked at in one go; their records are read with one question. */
const AT_ONCE = 50;

const CHANGES_FIELDS = new Set<OutboxEntry['kind']>(['update', 'stage', 'lines', 'requisites']);

/**
 * Sends what may go now, oldest first. Records that our entries change are read just before, so that a change made there in
 * the meantime is merged and not overwritten (crm.md §1.9). Ends when nothing is due or the CRM wants a pause.
 */
export const pushDue = async (work: Work): Promise<Sent> => {
  for (;;) {
    if (work.signal.aborted) return INTERRUPTED;
    const now = toInstant(work.pace.now());
    const due = work.base.read.sync.nextToSend(work.accountId, now, AT_ONCE);
    if (due.length === 0) return { state: 'sent' };
    const fresh = await readBefore(work, due);
    if (fresh.state !== 'sent') return fresh;
    let lastAt = Number.NEGATIVE_INFINITY;
    for (const { id } of due) {
      if (work.signal.aborted) return INTERRUPTED;
      // What was read may have settled it, and an earlier one of the same go may have taken it along.
      const entry = work.base.read.sync.entry(id);
      if (entry === null || !['ready', 'wait', 'unknown'].includes(entry.state)) continue;
      await work.pace.sleep(Math.max(0, lastAt + work.writePauseMs - work.pace.now()), work.signal);
      lastAt = work.pace.now();
      const sent =
        entry.state === 'unknown' ? await verifyEntry(work, entry) : await sendEntry(work, merged(work, entry));
      if (sent.state !== 'sent') return sent;
    }
  }
};

const readBefore = async (work: Work, due: readonly OutboxEntry[]): Promise<Sent> => {
  const { sync } = work.base.read;
  const refs = due.flatMap((entry) => {
    if (entry.state === 'unknown' || !CHANGES_FIELDS.has(entry.kind)) return [];
    return sync.linkOf(work.accountId, entry.object)?.ref ?? [];
  });
  return refs.length === 0 ? { state: 'sent' } : readRefs(work, refs, 'own');
};

/**
 * Changes of one record that were never tried go as one, with the oldest base. Anything between them stops it: a stage may wake
 * robots, a comment speaks of what is already there.
 */
const merged = (work: Work, entry: OutboxEntry): OutboxEntry => {
  if (entry.kind !== 'update' || entry.failures > 0) return entry;
  return writeShadows(work, (stores, account) => {
    let whole = entry;
    for (const later of stores.sync.waitingOf(account.id, entry.object)) {
      if (later.seq <= entry.seq) continue;
      if (later.kind !== 'update' || later.state !== 'ready' || later.failures > 0 || later.dependsOn !== null) break;
      whole = { ...whole, ...coalesce(whole, later) };
      stores.sync.saveEntry({ ...later, state: 'dropped', error: { code: 'sync.joined', data: { into: entry.id } } });
    }
    if (whole !== entry) stores.sync.saveEntry(whole);
    return whole;
  });
};
