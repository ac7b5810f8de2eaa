import { and, asc, desc, eq, gt, max, sql } from 'drizzle-orm';
import type {
  AuditReader,
  AuditWriter,
  CommandReader,
  CommandWriter,
  SettingReader,
  SettingWriter,
} from '../../ports/base.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { keptQuestion } from './kept-question.ts';
import { auditEntries, finishedCommands, settings } from '../schema/journal.ts';

/** The connection answers every INTEGER as `bigint`, whatever drizzle calls it. */
const wholeOf = (value: number | bigint): number => Number(value);

export const createAuditStore = (db: Drizzle): AuditReader & AuditWriter => {
  const since = keptQuestion(() =>
    db
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.seq, sql.placeholder('seq')))
      .orderBy(asc(auditEntries.seq))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
  return {
    ofEntity: (entity, entityId, limit) =>
      db
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.entity, entity), eq(auditEntries.entityId, entityId)))
        .orderBy(desc(auditEntries.seq))
        .limit(limit)
        .all()
        .map(({ seq: _seq, ...entry }) => entry),
    since: (seq, limit) =>
      since()
        .all({ seq, limit })
        .map((entry) => ({ ...entry, seq: wholeOf(entry.seq) })),
    lastSeq: () =>
      wholeOf(
        db
          .select({ seq: max(auditEntries.seq) })
          .from(auditEntries)
          .get()?.seq ?? 0,
      ),
    append: (entry) => {
      db.insert(auditEntries).values(entry).run();
    },
  };
};

/** `answerOf` says `undefined` for a command that never finished here; a command that answered nothing gives `null`. */
export const createCommandStore = (db: Drizzle): CommandReader & CommandWriter => ({
  answerOf: (id) => {
    const row = db.select().from(finishedCommands).where(eq(finishedCommands.id, id)).get();
    const answer: unknown = row === undefined ? undefined : JSON.parse(row.answer);
    return answer;
  },
  remember: (id, method, at, answer) => {
    db.insert(finishedCommands)
      .values({ id, method, at, answer: JSON.stringify(answer ?? null) })
      .run();
  },
});

export const createSettingStore = (db: Drizzle): SettingReader & SettingWriter => ({
  get: (key) => db.select().from(settings).where(eq(settings.key, key)).get()?.value ?? null,
  set: (key, value) => {
    if (value === null) db.delete(settings).where(eq(settings.key, key)).run();
    else db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run();
  },
});
