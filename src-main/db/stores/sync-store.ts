import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import type { CrmRef } from '#shared/domain/crm/row.ts';
import type { CrmLink, ShadowRow, SyncReader, SyncWriter } from '../../ports/sync.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { createOutboxStore } from './outbox-store.ts';
import { keptQuestion } from './kept-question.ts';
import {
  crmAccounts,
  crmAttempts,
  crmConflicts,
  crmCursors,
  crmLinks,
  crmOutbox,
  crmRows,
  crmSentFiles,
} from '../schema/sync.ts';

/** Agreement with CRMs: accounts, shadows, links and cursors; what goes out is in `outbox-store.ts`. */
export const createSyncStore = (db: Drizzle): SyncReader & SyncWriter => {
  const questions = questionsOf(db);
  return {
    ...createOutboxStore(db),
    accounts: () => db.select().from(crmAccounts).orderBy(asc(crmAccounts.connectedAt), asc(crmAccounts.id)).all(),
    account: (id) => questions.account().get({ id }) ?? null,
    saveAccount: (account) => {
      const { id: _id, ...set } = account;
      db.insert(crmAccounts).values(account).onConflictDoUpdate({ target: crmAccounts.id, set }).run();
    },
    removeAccount: (id) => {
      const entries = db.select({ id: crmOutbox.id }).from(crmOutbox).where(eq(crmOutbox.accountId, id));
      db.delete(crmAttempts)
        .where(sql`${crmAttempts.entryId} IN ${entries}`)
        .run();
      for (const table of [crmOutbox, crmConflicts, crmCursors, crmLinks, crmRows, crmSentFiles])
        db.delete(table).where(eq(table.accountId, id)).run();
      db.delete(crmAccounts).where(eq(crmAccounts.id, id)).run();
    },
    row: (accountId, ref) => {
      const found = questions.row().get({ accountId, entity: ref.entity, id: ref.id });
      return found === undefined ? null : shadowOf(found);
    },
    dueRows: (accountId, entities, limit) => {
      const found: ShadowRow[] = [];
      for (const entity of entities) {
        if (found.length >= limit) break;
        const due = questions.due().all({ accountId, entity, limit: limit - found.length });
        found.push(...due.map(shadowOf));
      }
      return found;
    },
    countRows: (accountId, entity) =>
      db
        .select({ rows: count() })
        .from(crmRows)
        .where(and(eq(crmRows.accountId, accountId), entity === undefined ? undefined : eq(crmRows.entity, entity)))
        .get()?.rows ?? 0,
    stampsAfter: (accountId, entity, afterId, limit) =>
      db
        .select({ id: crmRows.remoteId, modifiedAt: crmRows.modifiedAt })
        .from(crmRows)
        .where(
          and(
            eq(crmRows.accountId, accountId),
            eq(crmRows.entity, entity),
            gt(crmRows.remoteId, afterId),
            sql`${crmRows.goneAt} IS NULL`,
          ),
        )
        .orderBy(asc(crmRows.remoteId))
        .limit(limit)
        .all(),
    problems: (accountId, limit) =>
      db
        .select()
        .from(crmRows)
        .where(and(eq(crmRows.accountId, accountId), sql`${crmRows.entering} = 'refused'`))
        .orderBy(asc(crmRows.seq))
        .limit(limit)
        .all()
        .map(shadowOf),
    refusedCount: (accountId) =>
      db
        .select({ rows: count() })
        .from(crmRows)
        .where(and(eq(crmRows.accountId, accountId), sql`${crmRows.entering} = 'refused'`))
        .get()?.rows ?? 0,
    saveRow: (accountId, { row, ...shadow }) => {
      const values = { ...shadow, row, modifiedAt: row.modifiedAt };
      db.insert(crmRows)
        .values({ accountId, entity: row.entity, remoteId: row.id, ...values })
        .onConflictDoUpdate({ target: [crmRows.accountId, crmRows.entity, crmRows.remoteId], set: values })
        .run();
    },
    saveEntered: (accountId, ref, entered) => {
      db.update(crmRows).set({ entered }).where(isRef(accountId, ref)).run();
    },
    markEntering: (accountId, ref, entering, problem) => {
      db.update(crmRows).set({ entering, problem }).where(isRef(accountId, ref)).run();
    },
    markGone: (accountId, ref, at) => {
      db.update(crmRows).set({ goneAt: at }).where(isRef(accountId, ref)).run();
    },
    linkOf: (accountId, object) => linkOf(questions.linkOf().get({ accountId, object })),
    linkTo: (accountId, ref) => linkOf(questions.linkTo().get({ accountId, entity: ref.entity, id: ref.id })),
    saveLink: ({ accountId, object, ref }) => {
      db.insert(crmLinks)
        .values({ accountId, object, entity: ref.entity, remoteId: ref.id })
        .onConflictDoUpdate({ target: [crmLinks.accountId, crmLinks.entity, crmLinks.remoteId], set: { object } })
        .run();
    },
    cursor: (accountId, scope) => questions.cursor().get({ accountId, scope })?.value ?? null,
    saveCursor: ({ accountId, scope, value }) => {
      db.insert(crmCursors)
        .values({ accountId, scope, value })
        .onConflictDoUpdate({ target: [crmCursors.accountId, crmCursors.scope], set: { value } })
        .run();
    },
  };
};

const ACCOUNT = sql.placeholder('accountId');

/** What is asked for every record of every page. */
const questionsOf = (db: Drizzle) => {
  const isRow = and(
    eq(crmRows.accountId, ACCOUNT),
    eq(crmRows.entity, sql.placeholder('entity')),
    eq(crmRows.remoteId, sql.placeholder('id')),
  );
  const isDue = and(
    eq(crmRows.accountId, ACCOUNT),
    eq(crmRows.entity, sql.placeholder('entity')),
    sql`${crmRows.entering} = 'due'`,
  );
  const isLinkTo = and(
    eq(crmLinks.accountId, ACCOUNT),
    eq(crmLinks.entity, sql.placeholder('entity')),
    eq(crmLinks.remoteId, sql.placeholder('id')),
  );
  const isLinkOf = and(eq(crmLinks.accountId, ACCOUNT), eq(crmLinks.object, sql.placeholder('object')));
  const isCursor = and(eq(crmCursors.accountId, ACCOUNT), eq(crmCursors.scope, sql.placeholder('scope')));
  return {
    account: keptQuestion(() =>
      db
        .select()
        .from(crmAccounts)
        .where(eq(crmAccounts.id, sql.placeholder('id')))
        .prepare(),
    ),
    row: keptQuestion(() => db.select().from(crmRows).where(isRow).prepare()),
    due: keptQuestion(() =>
      db.select().from(crmRows).where(isDue).orderBy(asc(crmRows.seq)).limit(sql.placeholder('limit')).prepare(),
    ),
    linkTo: keptQuestion(() => db.select().from(crmLinks).where(isLinkTo).prepare()),
    linkOf: keptQuestion(() => db.select().from(crmLinks).where(isLinkOf).prepare()),
    cursor: keptQuestion(() => db.select({ value: crmCursors.value }).from(crmCursors).where(isCursor).prepare()),
  };
};

const isRef = (accountId: string, ref: CrmRef) =>
  and(eq(crmRows.accountId, accountId), eq(crmRows.entity, ref.entity), eq(crmRows.remoteId, ref.id));

const shadowOf = (found: typeof crmRows.$inferSelect): ShadowRow => {
  const { row, hash, pulledAt, goneAt, entering, problem, entered } = found;
  return { row, hash, pulledAt, goneAt, entering, problem, entered };
};

const linkOf = (row: typeof crmLinks.$inferSelect | undefined): CrmLink | null =>
  row === undefined
    ? null
    : { accountId: row.accountId, object: row.object, ref: { entity: row.entity, id: row.remoteId } };
