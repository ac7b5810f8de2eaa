import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  lt,
  min,
  not,
  sql,
  sum,
  type SQL,
} from 'drizzle-orm';
import { localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { ProcessReader, ProcessTask, ProcessWriter, TaskCounts, TaskFilter } from '../../ports/processes.ts';
import { searchWords } from './fold-text.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { excludedOf, insertInto } from './prepared-rows.ts';
import {
  processInstances as instances,
  processTaskHolders as holders,
  processTasks as tasks,
} from '../schema/processes.ts';
import { searchTextOf } from './text-search.ts';

type Part = Pick<
  ProcessReader & ProcessWriter,
  | 'firstOpen'
  | 'task'
  | 'openTasksOf'
  | 'tasksOf'
  | 'inbox'
  | 'countInbox'
  | 'waitedFor'
  | 'countWaitedFor'
  | 'closed'
  | 'loads'
  | 'saveTask'
>;

const { seq: _seq, searchText: _text, dueKey, ...columns } = getTableColumns(tasks);

/** Sorts after every date. */
const NO_DUE = '9999';

/** Open tasks by who has them and when they are due; closed ones by who closed them. */
export const createTaskStore = (db: Drizzle): Part => {
  const select = () => db.select({ ...columns, dueKey }).from(tasks);
  const taskById = select()
    .where(eq(tasks.id, sql.placeholder('id')))
    .prepare();
  const upsert = insertInto(db, tasks)
    .onConflictDoUpdate({ target: tasks.id, set: excludedOf(tasks, ['seq', 'id']) })
    .returning({ seq: tasks.seq })
    .prepare();
  const dropHolders = db
    .delete(holders)
    .where(eq(holders.taskSeq, sql.placeholder('seq')))
    .prepare();
  const addHolder = insertInto(db, holders).prepare();
  const firstOf = db
    .select({ dueKey: holders.dueKey, taskSeq: holders.taskSeq })
    .from(holders)
    .where(
      and(
        eq(holders.holder, sql.placeholder('holder')),
        gte(holders.dueKey, sql.placeholder('from')),
        lt(holders.dueKey, sql.placeholder('before')),
      ),
    )
    .orderBy(asc(holders.dueKey), asc(holders.taskSeq))
    .limit(sql.placeholder('most'))
    .prepare();
  const heldBy = (filter: TaskFilter): SQL | undefined => {
    if (filter.holders === undefined) return undefined;
    const held = db
      .select({ seq: holders.taskSeq })
      .from(holders)
      .where(inArray(holders.holder, [...filter.holders]));
    return inArray(tasks.seq, held);
  };
  const ofBusiness = (business: string | undefined): SQL | undefined =>
    business === undefined
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(instances)
            .where(and(eq(instances.id, tasks.instanceId), eq(instances.business, business))),
        );
  const whereOf = (filter: TaskFilter): SQL | undefined =>
    and(
      eq(tasks.status, 'open'),
      heldBy(filter),
      ofBusiness(filter.business),
      filter.instanceIds === undefined ? undefined : inArray(tasks.instanceId, [...filter.instanceIds]),
      filter.code === undefined ? undefined : eq(tasks.code, filter.code),
      filter.dueBefore === undefined ? undefined : lt(tasks.dueKey, filter.dueBefore),
      filter.dueFrom === undefined ? undefined : gte(tasks.dueKey, filter.dueFrom),
      ...searchWords(filter.text ?? '').map((word) => sql`instr(${tasks.searchText}, ${word}) > 0`),
    );
  const paged = (where: SQL | undefined, order: readonly SQL[], limit: number, offset: number) => ({
    total: db.select({ rows: count() }).from(tasks).where(where).get()?.rows ?? 0,
    items: select()
      .where(where)
      .orderBy(...order)
      .limit(limit)
      .offset(offset)
      .all()
      .map(toTask),
  });
  /** Open tasks on the running records of that person which he does not have himself. */
  const waitedWhere = (owner: string, own: readonly string[]): SQL | undefined => {
    const mine = db
      .select({ id: instances.id })
      .from(instances)
      .where(and(eq(instances.owner, owner), eq(instances.status, 'running')));
    const held = db
      .select({ one: sql`1` })
      .from(holders)
      .where(and(eq(holders.taskSeq, tasks.seq), inArray(holders.holder, [...own])));
    return and(eq(tasks.status, 'open'), inArray(tasks.instanceId, mine), not(exists(held)));
  };
  const byDue = [asc(tasks.dueKey), asc(tasks.seq)];

  return {
    task: (id) => {
      const row = taskById.get({ id });
      return row === undefined ? null : toTask(row);
    },
    openTasksOf: (ids) =>
      select()
        .where(and(inArray(tasks.instanceId, [...ids]), eq(tasks.status, 'open')))
        .orderBy(...byDue)
        .all()
        .map(toTask),
    tasksOf: (id) => select().where(eq(tasks.instanceId, id)).orderBy(asc(tasks.seq)).all().map(toTask),
    firstOpen: (filter, { limit, offset }) => {
      const { holders: own, instanceIds, business, code, text } = filter;
      const isPlain = [instanceIds, business, code].every((each) => each === undefined) && (text ?? '') === '';
      if (own === undefined || !isPlain)
        return select()
          .where(whereOf(filter))
          .orderBy(...byDue)
          .limit(limit)
          .offset(offset)
          .all()
          .map(toTask);
      // Each holder's tasks lie in the order of their due dates; the first ones of each are enough to find the first of all.
      const rows = own.flatMap((holder) =>
        firstOf.all({ holder, from: filter.dueFrom ?? '', before: filter.dueBefore ?? 'Z', most: limit + offset }),
      );
      const first = [...new Map(rows.map((row) => [row.taskSeq, row])).values()]
        .toSorted((a, b) => ((a.dueKey === b.dueKey ? a.taskSeq < b.taskSeq : a.dueKey < b.dueKey) ? -1 : 1))
        .slice(offset, offset + limit);
      const seqs = first.map(({ taskSeq }) => taskSeq);
      return select()
        .where(inArray(tasks.seq, seqs))
        .orderBy(...byDue)
        .all()
        .map(toTask);
    },
    inbox: (filter, { limit, offset }) => paged(whereOf(filter), byDue, limit, offset),
    countInbox: (filter, now) => {
      const { holders: own, ...others } = filter;
      if (own !== undefined && Object.values(others).every((each) => each === undefined || each === ''))
        return countHeld(db, own, now);
      const tomorrow = `${now.slice(0, 10)}T24`;
      const row = db
        .select({
          open: count(),
          today: sum(sql`${tasks.dueKey} >= ${now} AND ${tasks.dueKey} < ${tomorrow}`).mapWith(Number),
          overdue: sum(sql`${tasks.dueKey} < ${now}`).mapWith(Number),
        })
        .from(tasks)
        .where(whereOf(filter))
        .get();
      return { open: row?.open ?? 0, today: row?.today ?? 0, overdue: row?.overdue ?? 0 };
    },
    waitedFor: (owner, own, { limit, offset }) => paged(waitedWhere(owner, own), byDue, limit, offset),
    countWaitedFor: (owner, own) =>
      db.select({ rows: count() }).from(tasks).where(waitedWhere(owner, own)).get()?.rows ?? 0,
    closed: (userIds, instanceIds, { limit, offset }) =>
      paged(
        and(
          userIds === null ? isNotNull(tasks.closedAt) : inArray(tasks.closedBy, [...userIds]),
          instanceIds === null ? undefined : inArray(tasks.instanceId, [...instanceIds]),
        ),
        [desc(tasks.closedAt), desc(tasks.seq)],
        limit,
        offset,
      ),
    loads: (now) =>
      db
        .select({
          holder: holders.holder,
          open: countDistinct(holders.taskSeq),
          today: sum(sql`${holders.dueKey} >= ${now} AND ${holders.dueKey} < ${`${now.slice(0, 10)}T24`}`).mapWith(
            Number,
          ),
          overdue: sum(sql`${holders.dueKey} < ${now}`).mapWith(Number),
          oldest: min(holders.dueKey),
        })
        .from(holders)
        .groupBy(holders.holder)
        .all()
        .map((row) => ({
          ...row,
          today: row.today ?? 0,
          overdue: row.overdue ?? 0,
          oldest: dueOf(row.oldest ?? NO_DUE),
        })),
    saveTask: ({ dueAt, ...task }) => {
      const key = dueAt ?? NO_DUE;
      const { seq } = upsert.get({ ...task, dueKey: key, searchText: searchTextOf([task.title, task.element]) });
      dropHolders.run({ seq });
      if (task.status !== 'open') return;
      for (const holder of new Set(task.holders)) addHolder.run({ holder, dueKey: key, taskSeq: seq });
    },
  };
};

type Row = Omit<ProcessTask, 'dueAt'> & { readonly dueKey: string };

const dueOf = (key: string): LocalTime | null => (key === NO_DUE ? null : localTime(key));

const toTask = ({ dueKey: key, ...task }: Row): ProcessTask => ({ ...task, dueAt: dueOf(key) });

/** Counts of a person's tasks, from the rows of who has what alone; a task that is his twice over counts once. */
const countHeld = (db: Drizzle, own: readonly string[], now: LocalTime): TaskCounts => {
  const held = db
    .selectDistinct({ seq: holders.taskSeq, dueKey: holders.dueKey })
    .from(holders)
    .where(inArray(holders.holder, [...own]))
    .as('held');
  const row = db
    .select({
      open: count(),
      today: sum(sql`${held.dueKey} >= ${now} AND ${held.dueKey} < ${`${now.slice(0, 10)}T24`}`).mapWith(Number),
      overdue: sum(sql`${held.dueKey} < ${now}`).mapWith(Number),
    })
    .from(held)
    .get();
  return { open: row?.open ?? 0, today: row?.today ?? 0, overdue: row?.overdue ?? 0 };
};
