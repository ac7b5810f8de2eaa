import type { OutboxEntry, SyncStop } from '#main/ports/sync.ts';
import { backoffMs } from '#shared/domain/sync/backoff.ts';
import type { PushOperation, PushOutcome } from '../connectors/connector.ts';
import type { Work } from './engine-deps.ts';
import { operationOf } from './operation.ts';
import { saveRows, writeShadows } from './shadow.ts';
import { finish } from './finish.ts';
import { pausedBy, stopOf, stopped, type Sent } from './stopping.ts';
import { latest, later, toInstant } from './time.ts';

/** Sends one entry once. Its attempt is on the disk before the first byte goes out (crm.md §4.3). */
export const sendEntry = async (work: Work, waiting: OutboxEntry): Promise<Sent> => {
  const operation = await readyOperation(work, waiting);
  if (operation === null) return { state: 'sent' };
  // The same content is looked for after an unclear answer, even when a PDF was made in the meantime.
  const entry =
    operation.kind === 'file' ? { ...waiting, payload: { ...waiting.payload, sha256: operation.sha256 } } : waiting;
  const startedAt = toInstant(work.pace.now());
  work.base.write((stores) => {
    stores.sync.saveEntry({ ...entry, state: 'sending', error: null });
    stores.sync.startAttempt(entry.id, startedAt);
  });
  work.reached('sending is on the disk');
  const outcome = await work.connector.push(operation, work.signal);
  work.reached('sent, nothing stored');
  const sent = settle(work, entry, outcome);
  work.reached('answer is on the disk');
  return sent;
};

/** The operation, or null after the entry was parked or found to be done already. */
const readyOperation = async (work: Work, entry: OutboxEntry): Promise<PushOperation | null> => {
  const { sync } = work.base.read;
  const file = entry.kind === 'file' ? await work.desk.fileOf(entry) : null;
  if (file !== null && sync.sentFile(work.accountId, entry.object, file.sha256) !== null) {
    work.base.write((stores) => stores.sync.saveEntry({ ...entry, state: 'done', error: null }));
    return null;
  }
  const link = sync.linkOf(work.accountId, entry.object);
  const operation = operationOf(entry, link, (object) => sync.linkOf(work.accountId, object), file);
  if (operation === null) park(work, entry, missingOf(entry, file !== null));
  return operation;
};

/** What the CRM lacks: the file itself, what a new record points at, or the record. */
const missingOf = ({ kind }: OutboxEntry, hasFile: boolean): string => {
  if (kind === 'create') return 'sync.noLinked';
  return kind === 'file' && !hasFile ? 'sync.noFile' : 'sync.noRecord';
};

const park = (work: Work, entry: OutboxEntry, code: string, data: SyncStop['data'] = {}): void =>
  work.base.write((stores) =>
    stores.sync.saveEntry({ ...entry, state: 'parked', nextAt: null, error: { code, data } }),
  );

/** Puts the outcome of an attempt on the disk, with the record that the CRM answered. */
const settle = (work: Work, entry: OutboxEntry, outcome: PushOutcome): Sent => {
  const now = toInstant(work.pace.now());
  const failures = entry.failures + 1;
  const save = (change: Partial<OutboxEntry>): void => {
    work.base.write((stores) => {
      stores.sync.finishAttempt(entry.id, now, outcome.state);
      stores.sync.saveEntry({ ...entry, nextAt: null, ...change });
    });
  };
  switch (outcome.state) {
    case 'done':
      finish(work, entry, outcome);
      return { state: 'sent' };
    case 'unknown':
      save({ state: 'unknown', nextAt: outcome.checkAfter, failures, error: unclear(outcome.message) });
      return { state: 'sent' };
    case 'conflict':
      writeShadows(work, (stores, account) => {
        stores.sync.finishAttempt(entry.id, now, 'conflict');
        stores.sync.saveEntry({ ...entry, state: 'ready', failures, nextAt: null });
        saveRows(work, stores, account, [outcome.row], 'own');
      });
      return { state: 'sent' };
    case 'refused': {
      const { code, message, field, fix } = outcome;
      save({ state: 'parked', failures, error: { code: 'sync.refused', data: { code, message, field, fix } } });
      return { state: 'sent' };
    }
    case 'gone':
      writeShadows(work, (stores, account) => {
        stores.sync.finishAttempt(entry.id, now, 'gone');
        const error = { code: 'sync.gone', data: { message: outcome.message } };
        stores.sync.saveEntry({ ...entry, state: 'parked', failures, nextAt: null, error });
        const link = stores.sync.linkOf(account.id, entry.object);
        if (link !== null) stores.sync.markGone(account.id, link.ref, now);
      });
      return { state: 'sent' };
    case 'unsupported': {
      const { code, message } = outcome;
      save({ state: 'parked', failures, error: { code: 'sync.unsupported', data: { code, message } } });
      return { state: 'sent' };
    }
    case 'later': {
      // A limit says when; other troubles are tried less and less often.
      const own = later(now, backoffMs(failures, work.pace.random()));
      const nextAt = outcome.why === 'limit' ? outcome.until : latest(own, outcome.until);
      save(
        outcome.why === 'cancelled'
          ? { state: 'ready' }
          : {
              state: 'wait',
              nextAt,
              failures,
              error: { code: `sync.later.${outcome.why}`, data: { message: outcome.message } },
            },
      );
      const isForAll = outcome.scope === 'portal' || outcome.why === 'cancelled';
      return isForAll ? pausedBy(outcome, nextAt) : { state: 'sent' };
    }
    case 'stopped':
      save({ state: 'ready' });
      return stopped(work, stopOf(outcome));
  }
};

const unclear = (message: string): SyncStop => ({ code: 'sync.unclear', data: { message } });
