import { isSuspiciousLoss } from '#shared/domain/sync/backoff.ts';
import type { CrmRef } from '#shared/domain/crm/row.ts';
import type { Feed } from '../connectors/connector.ts';
import type { Work } from './engine-deps.ts';
import { readRefs } from './read-refs.ts';
import { failed, INTERRUPTED, type Sent } from './stopping.ts';

/** The cursor of the last comparison; the page shows a stop of it. */
const RECONCILE_SCOPE = 'reconcile';

const ROWS_AT_ONCE = 2500;

/**
 * Compares ids and stamps of everything with the CRM, to find deletions and whatever a window missed (crm.md §1.7). A record that
 * is not listed is asked for by itself before it is struck through; when too many are missing nothing is struck through and a
 * person is asked, because a changed role looks exactly so.
 */
export const reconcile = async (work: Work, acceptLoss: boolean): Promise<Sent> => {
  for (const feed of work.connector.feeds) {
    // A feed of parts of a record (`requisite`) lists other ids than the records have.
    if (feed.name !== feed.entity && !feed.name.includes(':')) continue;
    const compared = await reconcileFeed(work, feed, acceptLoss);
    if (compared.state !== 'sent') return compared;
  }
  return { state: 'sent' };
};

const reconcileFeed = async (work: Work, feed: Feed, acceptLoss: boolean): Promise<Sent> => {
  const there = new Map<string, string | null>();
  let after: string | null = null;
  do {
    if (work.signal.aborted) return INTERRUPTED;
    const answer = await work.connector.stamps({ feed, after }, work.signal);
    if (!answer.ok) return failed(work, answer.error);
    for (const { id, modifiedAt } of answer.value.stamps) there.set(id, modifiedAt);
    after = answer.value.next;
  } while (after !== null);

  const { missing, outdated, known } = compare(work, feed, there);
  const sample = missing.length > 0 && !acceptLoss && isSuspiciousLoss(missing.length, known);
  if (sample) {
    work.base.write((stores) => {
      const value = { at: work.clock.now(), stopped: true, feed: feed.name, missing: missing.length, known };
      stores.sync.saveCursor({ accountId: work.accountId, scope: RECONCILE_SCOPE, value });
    });
    work.logger.info('sync.massLoss', { account: work.accountId, missing: missing.length, known });
    return readRefs(work, outdated, 'changes');
  }
  const reread = await readRefs(work, [...missing, ...outdated], 'changes');
  if (reread.state !== 'sent') return reread;
  work.base.write((stores) => {
    const before = stores.sync.cursor(work.accountId, RECONCILE_SCOPE);
    if (before?.['stopped'] === true && before['feed'] !== feed.name) return;
    const value = { at: work.clock.now(), stopped: false };
    stores.sync.saveCursor({ accountId: work.accountId, scope: RECONCILE_SCOPE, value });
  });
  return { state: 'sent' };
};

/** What we have and it does not list, and what differs or is new there. Kinds of a feed other than its own are not compared. */
const compare = (work: Work, feed: Feed, there: Map<string, string | null>) => {
  const missing: CrmRef[] = [];
  const outdated: CrmRef[] = [];
  const { entity } = feed;
  // Smart processes of all types are one kind of record; their ids begin with the type.
  const ownIds = feed.name.includes(':') ? `${feed.name.slice(feed.name.indexOf(':') + 1)}:` : '';
  let known = 0;
  let last = '';
  for (;;) {
    const ours = work.base.read.sync.stampsAfter(work.accountId, entity, last, ROWS_AT_ONCE);
    for (const { id, modifiedAt } of ours) {
      last = id;
      if (!id.startsWith(ownIds)) continue;
      known += 1;
      const stamp = there.get(id);
      if (stamp === undefined) missing.push({ entity, id });
      else if (stamp !== modifiedAt) outdated.push({ entity, id });
      there.delete(id);
    }
    if (ours.length < ROWS_AT_ONCE) break;
  }
  for (const id of there.keys()) outdated.push({ entity, id });
  return { missing, outdated, known };
};
