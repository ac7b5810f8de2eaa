import { and, asc, count, desc, eq, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import { keptQuestion } from './kept-question.ts';
import {
  OUTBOX_STATES,
  type OutboxCounts,
  type OutboxEntry,
  type SyncConflict,
  type SyncReader,
  type SyncWriter,
} from '../../ports/sync.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { crmAttempts, crmConflicts, crmOutbox, crmSentFiles } from '../schema/sync.ts';

type OutboxNames =
  | 'entry'
  | 'lastAttemptAt'
  | 'nextToSend'
  | 'nextTime'
  | 'waitingOf'
  | 'outbox'
  | 'childrenOf'
  | 'outboxCounts'
  | 'conflict'
  | 'conflicts'
  | 'conflictsOf'
  | 'settledConflicts'
  | 'conflictCount'
  | 'sentFile'
  | 'enqueue'
  | 'saveEntry'
  | 'startAttempt'
  | 'finishAttempt'
  | 'sendingToUnknown'
  | 'resetWaiting'
  | 'saveConflict'
  | 'saveSentFile';

/** An earlier one in these states keeps the later ones of its object back; a parked one does not. */
const HOLDS_BACK = sql`('ready', 'sending', 'unknown', 'wait')`;

/** What goes to a CRM, with what outcome, and what a person must decide. */
export const createOutboxStore = (db: Drizzle): Pick<SyncReader & SyncWriter, OutboxNames> => {
  const questions = questionsOf(db);
  return {
    entry: (id) => questions.entry().get({ id }) ?? null,
    lastAttemptAt: (entryId) =>
      db
        .select({ startedAt: crmAttempts.startedAt })
        .from(crmAttempts)
        .where(eq(crmAttempts.entryId, entryId))
        .orderBy(desc(crmAttempts.seq))
        .limit(1)
        .get()?.startedAt ?? null,
    nextToSend: (accountId, now, limit) => questions.nextToSend().all({ accountId, now, limit }),
    nextTime: (accountId) =>
      db
        .select({ at: min(crmOutbox.nextAt) })
        .from(crmOutbox)
        .where(and(eq(crmOutbox.accountId, accountId), inArray(crmOutbox.state, ['wait', 'unknown'])))
        .get()?.at ?? null,
    waitingOf: (accountId, object) => questions.waitingOf().all({ accountId, object }),
    outbox: (accountId, states, limit) =>
      db
        .select()
        .from(crmOutbox)
        .where(and(eq(crmOutbox.accountId, accountId), inArray(crmOutbox.state, [...states])))
        .orderBy(asc(crmOutbox.seq))
        .limit(limit)
        .all(),
    childrenOf: (id) =>
      db.select().from(crmOutbox).where(eq(crmOutbox.dependsOn, id)).orderBy(asc(crmOutbox.seq)).all(),
    outboxCounts: (accountId): OutboxCounts => {
      const rows = db
        .select({ state: crmOutbox.state, entries: count() })
        .from(crmOutbox)
        .where(eq(crmOutbox.accountId, accountId))
        .groupBy(crmOutbox.state)
        .all();
      const none = Object.fromEntries(OUTBOX_STATES.map((state) => [state, 0])) as OutboxCounts;
      return { ...none, ...Object.fromEntries(rows.map(({ state, entries }) => [state, entries])) };
    },
    enqueue: (entry) =>
      db
        .insert(crmOutbox)
        .values({ dependsOn: null, ...entry, state: 'ready', failures: 0, nextAt: null, error: null })
        .onConflictDoNothing({ target: crmOutbox.id })
        .run().changes > 0,
    saveEntry: ({ seq, ...set }: OutboxEntry) => {
      db.update(crmOutbox).set(set).where(eq(crmOutbox.seq, seq)).run();
    },
    startAttempt: (entryId, startedAt) => {
      db.insert(crmAttempts).values({ entryId, startedAt }).run();
    },
    finishAttempt: (entryId, finishedAt, outcome) => {
      db.update(crmAttempts)
        .set({ finishedAt, outcome })
        .where(and(eq(crmAttempts.entryId, entryId), isNull(crmAttempts.finishedAt)))
        .run();
    },
    sendingToUnknown: (at) =>
      db.update(crmOutbox).set({ state: 'unknown', nextAt: at }).where(eq(crmOutbox.state, 'sending')).run().changes,
    resetWaiting: (accountId) => {
      db.update(crmOutbox)
        .set({ state: 'ready', nextAt: null })
        .where(
          and(
            eq(crmOutbox.accountId, accountId),
            eq(crmOutbox.state, 'wait'),
            sql`${crmOutbox.error} ->> 'code' = 'sync.later.offline'`,
          ),
        )
        .run();
    },
    conflict: (id) => conflictOf(db.select().from(crmConflicts).where(eq(crmConflicts.id, id)).get()),
    conflicts: (accountId, limit) =>
      db
        .select()
        .from(crmConflicts)
        .where(and(eq(crmConflicts.accountId, accountId), isNull(crmConflicts.choice)))
        .orderBy(asc(crmConflicts.seq))
        .limit(limit)
        .all()
        .flatMap((row) => conflictOf(row) ?? []),
    conflictsOf: (accountId, object) =>
      questions
        .conflictsOf()
        .all({ accountId, object })
        .flatMap((row) => conflictOf(row) ?? []),
    settledConflicts: (accountId, limit) =>
      db
        .select()
        .from(crmConflicts)
        .where(and(eq(crmConflicts.accountId, accountId), eq(crmConflicts.choice, 'policy')))
        .orderBy(desc(crmConflicts.seq))
        .limit(limit)
        .all()
        .flatMap((row) => conflictOf(row) ?? []),
    conflictCount: (accountId) =>
      db
        .select({ open: count() })
        .from(crmConflicts)
        .where(and(eq(crmConflicts.accountId, accountId), isNull(crmConflicts.choice)))
        .get()?.open ?? 0,
    saveConflict: ({ ref, ...conflict }) => {
      const values = { ...conflict, entity: ref.entity, remoteId: ref.id };
      db.insert(crmConflicts).values(values).onConflictDoUpdate({ target: crmConflicts.id, set: values }).run();
    },
    sentFile: (accountId, object, sha256) =>
      db
        .select({ remote: crmSentFiles.remote })
        .from(crmSentFiles)
        .where(
          and(eq(crmSentFiles.accountId, accountId), eq(crmSentFiles.object, object), eq(crmSentFiles.sha256, sha256)),
        )
        .get()?.remote ?? null,
    saveSentFile: (accountId, object, sha256, remote) => {
      db.insert(crmSentFiles).values({ accountId, object, sha256, remote }).onConflictDoNothing().run();
    },
  };
};

const ACCOUNT = sql.placeholder('accountId');

/** What is asked for every record of every page and for every entry. */
const questionsOf = (db: Drizzle) => {
  const isDue = and(
    eq(crmOutbox.accountId, ACCOUNT),
    inArray(crmOutbox.state, ['ready', 'wait', 'unknown']),
    or(isNull(crmOutbox.nextAt), lte(crmOutbox.nextAt, sql.placeholder('now'))),
    sql`NOT EXISTS (SELECT 1 FROM crm_outbox AS earlier WHERE earlier.account_id = ${crmOutbox.accountId}
      AND earlier.object = ${crmOutbox.object} AND earlier.seq < ${crmOutbox.seq}
      AND earlier.state NOT IN ('done', 'dropped') AND earlier.state IN ${HOLDS_BACK})`,
    or(
      isNull(crmOutbox.dependsOn),
      sql`EXISTS (SELECT 1 FROM crm_outbox AS parent WHERE parent.id = ${crmOutbox.dependsOn} AND parent.state = 'done')`,
    ),
  );
  const isWaiting = and(
    eq(crmOutbox.accountId, ACCOUNT),
    eq(crmOutbox.object, sql.placeholder('object')),
    sql`${crmOutbox.state} NOT IN ('done', 'dropped')`,
  );
  const isOpen = and(
    eq(crmConflicts.accountId, ACCOUNT),
    eq(crmConflicts.object, sql.placeholder('object')),
    isNull(crmConflicts.choice),
  );
  return {
    entry: keptQuestion(() =>
      db
        .select()
        .from(crmOutbox)
        .where(eq(crmOutbox.id, sql.placeholder('id')))
        .prepare(),
    ),
    nextToSend: keptQuestion(() =>
      db.select().from(crmOutbox).where(isDue).orderBy(asc(crmOutbox.seq)).limit(sql.placeholder('limit')).prepare(),
    ),
    waitingOf: keptQuestion(() => db.select().from(crmOutbox).where(isWaiting).orderBy(asc(crmOutbox.seq)).prepare()),
    conflictsOf: keptQuestion(() =>
      db.select().from(crmConflicts).where(isOpen).orderBy(asc(crmConflicts.seq)).prepare(),
    ),
  };
};

const conflictOf = (row: typeof crmConflicts.$inferSelect | undefined): SyncConflict | null => {
  if (row === undefined) return null;
  const { seq: _seq, entity, remoteId, ...conflict } = row;
  return { ...conflict, ref: { entity, id: remoteId } };
};
