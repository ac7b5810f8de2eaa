import { and, asc, count, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { ProcessDeed, ProcessReader, ProcessWriter } from '../../ports/processes.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { insertInto } from './prepared-rows.ts';
import { files } from '../schema/documents.ts';
import {
  processDeeds as deeds,
  processFiles,
  processNotifications as notifications,
  processReports as reports,
} from '../schema/processes.ts';

type Part = Pick<
  ProcessReader & ProcessWriter,
  | 'timeline'
  | 'deed'
  | 'waitingDeeds'
  | 'failedDeeds'
  | 'drafts'
  | 'notifications'
  | 'unread'
  | 'reports'
  | 'report'
  | 'files'
  | 'file'
  | 'addDeed'
  | 'settleDeed'
  | 'notify'
  | 'markRead'
  | 'addReport'
  | 'addFile'
>;

const { seq: _seq, ...notificationColumns } = getTableColumns(notifications);
const { seq: _deedSeq, ...deedColumns } = getTableColumns(deeds);
const { seq: _fileSeq, ...fileColumns } = getTableColumns(processFiles);
const { seq: _reportSeq, body: _body, ...reportColumns } = getTableColumns(reports);

/** What processes did and asked for, whom they told, what they wrote down. */
export const createDeedStore = (db: Drizzle): Part => {
  const insertDeed = insertInto(db, deeds).prepare();
  const insertNotification = insertInto(db, notifications).onConflictDoNothing().prepare();
  const inState = (state: ProcessDeed['state'], limit: number): readonly ProcessDeed[] =>
    db.select(deedColumns).from(deeds).where(eq(deeds.state, state)).orderBy(asc(deeds.seq)).limit(limit).all();
  return {
    timeline: (ids, { limit, offset }) => {
      const where = inArray(deeds.instanceId, [...ids]);
      return {
        total: db.select({ rows: count() }).from(deeds).where(where).get()?.rows ?? 0,
        items: db
          .select(deedColumns)
          .from(deeds)
          .where(where)
          .orderBy(desc(deeds.seq))
          .limit(limit)
          .offset(offset)
          .all(),
      };
    },
    deed: (id) => db.select(deedColumns).from(deeds).where(eq(deeds.id, id)).get() ?? null,
    waitingDeeds: (limit) => inState('waiting', limit),
    failedDeeds: (limit) => inState('failed', limit),
    drafts: (ids) =>
      db
        .select(deedColumns)
        .from(deeds)
        .where(and(eq(deeds.state, 'draft'), inArray(deeds.instanceId, [...ids])))
        .orderBy(asc(deeds.seq))
        .all(),
    notifications: (userId, unreadOnly, { limit, offset }) => {
      const where = and(eq(notifications.userId, userId), unreadOnly ? eq(notifications.isRead, false) : undefined);
      return {
        total: db.select({ rows: count() }).from(notifications).where(where).get()?.rows ?? 0,
        items: db
          .select(notificationColumns)
          .from(notifications)
          .where(where)
          .orderBy(desc(notifications.seq))
          .limit(limit)
          .offset(offset)
          .all(),
      };
    },
    unread: (userId) =>
      db
        .select({ rows: count() })
        .from(notifications)
        .where(and(eq(notifications.userId, userId), eq(notifications.isRead, false)))
        .get()?.rows ?? 0,
    reports: ({ code, instanceIds }, { limit, offset }) => {
      const where = and(
        code === undefined ? undefined : eq(reports.code, code),
        instanceIds === undefined ? undefined : inArray(reports.instanceId, [...instanceIds]),
      );
      return {
        total: db.select({ rows: count() }).from(reports).where(where).get()?.rows ?? 0,
        items: db
          .select(reportColumns)
          .from(reports)
          .where(where)
          .orderBy(desc(reports.seq))
          .limit(limit)
          .offset(offset)
          .all(),
      };
    },
    report: (id) => {
      const row = db.select().from(reports).where(eq(reports.id, id)).get();
      if (row === undefined) return null;
      const { body, seq: _rowSeq, ...head } = row;
      return { ...head, table: body };
    },
    files: (ids) =>
      db
        .select(fileColumns)
        .from(processFiles)
        .where(inArray(processFiles.instanceId, [...ids]))
        .orderBy(asc(processFiles.seq))
        .all(),
    file: (id) => db.select(fileColumns).from(processFiles).where(eq(processFiles.id, id)).get() ?? null,
    addDeed: (deed) => {
      insertDeed.run(deed);
    },
    settleDeed: (id, state, text) => {
      db.update(deeds).set({ state, text }).where(eq(deeds.id, id)).run();
    },
    notify: (notification) => {
      insertNotification.run(notification);
    },
    markRead: (userId, ids) => {
      db.update(notifications)
        .set({ isRead: true })
        .where(and(eq(notifications.userId, userId), ids === null ? undefined : inArray(notifications.id, [...ids])))
        .run();
    },
    addReport: ({ table, ...head }) => {
      db.insert(reports)
        .values({ ...head, body: table })
        .run();
    },
    addFile: (file) => {
      db.insert(files).values({ sha256: file.sha256, size: file.size }).onConflictDoNothing().run();
      db.insert(processFiles).values(file).run();
    },
  };
};
