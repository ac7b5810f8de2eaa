import type { OutboxEntry } from '#main/ports/sync.ts';
import { UNCLEAR_MS, backoffMs } from '#shared/domain/sync/backoff.ts';
import type { Work } from './engine-deps.ts';
import { finish } from './finish.ts';
import { operationOf } from './operation.ts';
import { failed, type Sent } from './stopping.ts';
import { later, toInstant } from './time.ts';

/**
 * An entry that may have arrived: the key is looked up before anything is sent again (crm.md §4.3). Not found is believed only
 * when the CRM cannot be working on it any more.
 */
export const verifyEntry = async (work: Work, entry: OutboxEntry): Promise<Sent> => {
  const { sync } = work.base.read;
  const file = entry.kind === 'file' ? await work.desk.fileOf(entry) : null;
  const link = sync.linkOf(work.accountId, entry.object);
  const operation = operationOf(entry, link, (object) => sync.linkOf(work.accountId, object), file);
  const save = (change: Partial<OutboxEntry>): void =>
    work.base.write((stores) => stores.sync.saveEntry({ ...entry, nextAt: null, ...change }));
  if (operation === null) {
    save({ state: 'parked', error: { code: 'sync.cannotTell', data: { message: '' } } });
    return { state: 'sent' };
  }
  const startedAt = sync.lastAttemptAt(entry.id) ?? entry.createdAt;
  const found = await work.connector.lookUp(operation, { startedAt }, work.signal);
  const now = toInstant(work.pace.now());
  switch (found.state) {
    case 'found':
      finish(work, entry, found);
      return { state: 'sent' };
    case 'absent': {
      const settledAt = later(startedAt, UNCLEAR_MS);
      if (now < settledAt) save({ state: 'unknown', nextAt: settledAt });
      else save({ state: 'wait', nextAt: later(now, backoffMs(entry.failures, work.pace.random())) });
      return { state: 'sent' };
    }
    case 'cannotTell':
      save({ state: 'parked', error: { code: 'sync.cannotTell', data: { message: found.message } } });
      return { state: 'sent' };
    case 'gone':
      save({ state: 'parked', error: { code: 'sync.gone', data: { message: found.message } } });
      return { state: 'sent' };
    case 'unsupported':
      save({ state: 'parked', error: { code: 'sync.cannotTell', data: { message: found.message } } });
      return { state: 'sent' };
    case 'later':
      save({ state: 'unknown', nextAt: found.until });
      return failed(work, found);
    case 'stopped':
      return failed(work, found);
  }
};
