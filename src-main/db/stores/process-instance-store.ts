import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  or,
  sql,
  sum,
  type SQL,
} from 'drizzle-orm';
import type {
  InstanceFilter,
  ProcessInstance,
  ProcessReader,
  ProcessRecord,
  ProcessWriter,
} from '../../ports/processes.ts';
import { excludedOf, insertInto } from './prepared-rows.ts';
import { searchWords } from './fold-text.ts';
import type { Drizzle } from '../open-sqlite.ts';
import {
  processInstances as instances,
  processLog as log,
  processRecords as records,
  processStates as states,
} from '../schema/processes.ts';
import { searchTextOf } from './text-search.ts';

type Part = Pick<
  ProcessReader & ProcessWriter,
  | 'record'
  | 'recordOfOrder'
  | 'recordsOfType'
  | 'instance'
  | 'state'
  | 'states'
  | 'ofRecord'
  | 'children'
  | 'list'
  | 'listItems'
  | 'countStages'
  | 'countVersions'
  | 'ofWeek'
  | 'withField'
  | 'countField'
  | 'nextDue'
  | 'earliestWake'
  | 'log'
  | 'saveRecord'
  | 'saveInstance'
  | 'appendLog'
>;

const { seq: _seq, searchText: _text, ...columns } = getTableColumns(instances);
const { seq: _recordSeq, ...recordColumns } = getTableColumns(records);
const { seq: _logSeq, instanceId: _instanceId, ...logColumns } = getTableColumns(log);

/** Records, running processes, their states and logs. */
export const createInstanceStore = (db: Drizzle): Part => {
  const select = () => db.select(columns).from(instances);
  const id = sql.placeholder('id');
  const instanceById = select().where(eq(instances.id, id)).prepare();
  const stateById = db.select({ state: states.state }).from(states).where(eq(states.instanceId, id)).prepare();
  const recordById = db.select(recordColumns).from(records).where(eq(records.id, id)).prepare();
  const upsertInstance = insertInto(db, instances)
    .onConflictDoUpdate({ target: instances.id, set: excludedOf(instances, ['seq', 'id']) })
    .prepare();
  const upsertState = insertInto(db, states)
    .onConflictDoUpdate({ target: states.instanceId, set: excludedOf(states, ['instanceId']) })
    .prepare();
  const upsertRecord = insertInto(db, records)
    .onConflictDoUpdate({
      target: records.id,
      set: excludedOf(records, ['seq', 'id', 'recordType', 'orderId', 'createdAt']),
    })
    .prepare();
  const insertLog = insertInto(db, log).prepare();
  const selectRecords = () => db.select(recordColumns).from(records);
  return {
    record: (recordId) => recordById.get({ id: recordId }) ?? null,
    recordOfOrder: (orderId) => selectRecords().where(eq(records.orderId, orderId)).get() ?? null,
    recordsOfType: (recordType, limit) =>
      selectRecords().where(eq(records.recordType, recordType)).orderBy(desc(records.seq)).limit(limit).all(),
    instance: (instanceId) => instanceById.get({ id: instanceId }) ?? null,
    state: (instanceId) => stateById.get({ id: instanceId })?.state ?? null,
    states: (ids) =>
      new Map(
        db
          .select()
          .from(states)
          .where(inArray(states.instanceId, [...ids]))
          .all()
          .map(({ instanceId, state }) => [instanceId, state]),
      ),
    ofRecord: (recordId) => select().where(eq(instances.recordId, recordId)).orderBy(asc(instances.seq)).all(),
    children: (parentId) => select().where(eq(instances.parentId, parentId)).orderBy(asc(instances.seq)).all(),
    listItems: (filter, { limit, offset }) =>
      select().where(whereOf(filter)).orderBy(desc(instances.seq)).limit(limit).offset(offset).all(),
    list: (filter, { limit, offset }) => {
      const where = whereOf(filter);
      return {
        total: db.select({ rows: count() }).from(instances).where(where).get()?.rows ?? 0,
        items: select().where(where).orderBy(desc(instances.seq)).limit(limit).offset(offset).all(),
      };
    },
    countStages: (filter, now) =>
      db
        .select({
          code: instances.code,
          stage: instances.stage,
          status: instances.status,
          count: count(),
          overdue: sum(lt(instances.earliestDue, now)).mapWith(Number),
        })
        .from(instances)
        .where(whereOf(filter))
        .groupBy(instances.code, instances.status, instances.stage)
        .all()
        .map((row) => ({ ...row, overdue: row.overdue ?? 0 })),
    countVersions: () =>
      db
        .select({
          code: instances.code,
          version: instances.version,
          running: sum(eq(instances.status, 'running')).mapWith(Number),
          finished: sum(eq(instances.status, 'finished')).mapWith(Number),
        })
        .from(instances)
        .groupBy(instances.code, instances.version)
        .all(),
    ofWeek: (code, weekKey) =>
      select()
        .where(and(eq(instances.code, code), eq(instances.weekKey, weekKey), eq(instances.status, 'running')))
        .get() ?? null,
    withField: (code, field, value) =>
      select()
        .innerJoin(states, eq(states.instanceId, instances.id))
        .where(
          and(
            eq(instances.code, code),
            eq(instances.status, 'running'),
            sql`json_extract(${states.state}, ${`$.fields."${field}"`}) = ${value}`,
          ),
        )
        .orderBy(asc(instances.seq))
        .get() ?? null,
    countField: (codes, field) => {
      const value = sql<string | null>`json_extract(${states.state}, ${`$.fields."${field}"`})`;
      const rows = db
        .select({ value, rows: count() })
        .from(instances)
        .innerJoin(states, eq(states.instanceId, instances.id))
        .where(and(inArray(instances.code, [...codes]), eq(instances.status, 'running')))
        .groupBy(value)
        .all();
      return new Map(rows.flatMap((row) => (row.value === null ? [] : [[row.value, row.rows] as const])));
    },
    nextDue: (now) => {
      const row = db
        .select({ id: instances.id, nextWake: instances.nextWake })
        .from(instances)
        .where(and(isNotNull(instances.nextWake), lte(instances.nextWake, now)))
        .orderBy(asc(instances.nextWake), asc(instances.seq))
        .limit(1)
        .get();
      return row?.nextWake ? { id: row.id, nextWake: row.nextWake } : null;
    },
    earliestWake: () =>
      db
        .select({ nextWake: instances.nextWake })
        .from(instances)
        .where(isNotNull(instances.nextWake))
        .orderBy(asc(instances.nextWake))
        .limit(1)
        .get()?.nextWake ?? null,
    log: (instanceId) =>
      db.select(logColumns).from(log).where(eq(log.instanceId, instanceId)).orderBy(asc(log.sequence)).all(),
    saveRecord: (record: ProcessRecord) => {
      upsertRecord.run(record);
    },
    saveInstance: (instance: ProcessInstance, state) => {
      upsertInstance.run({ ...instance, searchText: searchTextOf([instance.title]) });
      upsertState.run({ instanceId: instance.id, state });
    },
    appendLog: (instanceId, entry) => {
      insertLog.run({ instanceId, ...entry });
    },
  };
};

const whereOf = (filter: InstanceFilter): SQL | undefined =>
  and(
    filter.code === undefined ? undefined : eq(instances.code, filter.code),
    filter.codes === undefined ? undefined : inArray(instances.code, [...filter.codes]),
    filter.stage === undefined ? undefined : eq(instances.stage, filter.stage),
    filter.status === undefined ? undefined : eq(instances.status, filter.status),
    filter.business === undefined ? undefined : eq(instances.business, filter.business),
    filter.owner === undefined ? undefined : eq(instances.owner, filter.owner),
    filter.isIdle === undefined ? undefined : eq(instances.isIdle, filter.isIdle),
    filter.isOutside === undefined ? undefined : eq(instances.isOutside, filter.isOutside),
    filter.finishedSince === undefined
      ? undefined
      : or(eq(instances.status, 'running'), gte(instances.stageSince, filter.finishedSince)),
    ...searchWords(filter.text ?? '').map((word) => sql`instr(${instances.searchText}, ${word}) > 0`),
  );
