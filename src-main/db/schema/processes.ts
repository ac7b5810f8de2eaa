import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import type { LocalTime } from '#shared/domain/process/local-time.ts';
import type { Fields, ProcessState } from '#shared/domain/process/state.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';
import type { ProcessDeed, ProcessTask, ReportTable, StoredDefinition, Workday } from '../../ports/processes.ts';
import { flag, json, whole, wholeOrNull } from './columns.ts';
import { files } from './documents.ts';
import { orders } from './orders.ts';
import { users } from './users.ts';

const person = () =>
  text()
    .$type<UserId>()
    .references(() => users.id);

export const processDefinitions = sqliteTable(
  'process_definitions',
  {
    code: text().notNull(),
    version: whole().notNull(),
    state: text().$type<StoredDefinition['state']>().notNull(),
    body: json().$type<unknown>().notNull(),
    note: text().notNull(),
    at: text().$type<IsoInstant>().notNull(),
    by: person(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
);

export const processSwitches = sqliteTable('process_switches', {
  code: text().primaryKey(),
  isActive: flag().notNull(),
});

export const processRolePeople = sqliteTable(
  'process_role_people',
  { role: text().notNull(), userId: person().notNull() },
  (table) => [primaryKey({ columns: [table.role, table.userId] })],
);

export const processRecords = sqliteTable('process_records', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  recordType: text().notNull(),
  title: text().notNull(),
  orderId: text()
    .$type<OrderId>()
    .references(() => orders.id),
  fields: json().$type<Fields>().notNull(),
  createdAt: text().$type<LocalTime>().notNull(),
});

export const processInstances = sqliteTable('process_instances', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  code: text().notNull(),
  version: whole().notNull(),
  business: text().notNull(),
  recordId: text()
    .notNull()
    .references(() => processRecords.id),
  parentId: text(),
  weekKey: text(),
  title: text().notNull(),
  stage: text().notNull(),
  stageSince: text().$type<LocalTime>().notNull(),
  status: text().$type<ProcessState['status']>().notNull(),
  isOutside: flag().notNull(),
  isIdle: flag().notNull(),
  owner: text(),
  sum: wholeOrNull(),
  nextWake: text().$type<LocalTime>(),
  openTasks: whole().notNull(),
  earliestDue: text().$type<LocalTime>(),
  searchText: text().notNull(),
});

const instance = () => text().references(() => processInstances.id);

export const processStates = sqliteTable('process_states', {
  instanceId: instance().primaryKey(),
  state: json().$type<ProcessState>().notNull(),
});

export const processLog = sqliteTable('process_log', {
  seq: integer().primaryKey(),
  instanceId: instance().notNull(),
  sequence: whole().notNull(),
  at: text().$type<LocalTime>().notNull(),
  event: json().$type<ProcessEvent>().notNull(),
  userId: person(),
  onBehalfOf: person(),
});

export const processTasks = sqliteTable('process_tasks', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  instanceId: instance().notNull(),
  code: text().notNull(),
  title: text().notNull(),
  element: text().notNull(),
  elementId: text(),
  creator: text().notNull(),
  holders: json().$type<readonly string[]>().notNull(),
  status: text().$type<ProcessTask['status']>().notNull(),
  createdAt: text().$type<LocalTime>().notNull(),
  dueKey: text().notNull(),
  isLate: flag().notNull(),
  isBackground: flag().notNull(),
  result: text(),
  closedAt: text().$type<LocalTime>(),
  closedBy: person(),
  comment: text().notNull(),
  searchText: text().notNull(),
});

export const processTaskHolders = sqliteTable(
  'process_task_holders',
  {
    holder: text().notNull(),
    dueKey: text().notNull(),
    taskSeq: integer()
      .notNull()
      .references(() => processTasks.seq),
  },
  (table) => [primaryKey({ columns: [table.holder, table.dueKey, table.taskSeq] })],
);

export const processDeeds = sqliteTable('process_deeds', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  instanceId: instance().notNull(),
  at: text().$type<LocalTime>().notNull(),
  kind: text().$type<ProcessDeed['kind']>().notNull(),
  text: text().notNull(),
  body: json().$type<unknown>().notNull(),
  state: text().$type<ProcessDeed['state']>().notNull(),
  userId: person(),
  onBehalfOf: person(),
  isLate: flag().notNull(),
});

export const processNotifications = sqliteTable('process_notifications', {
  seq: integer().primaryKey(),
  id: text().notNull(),
  userId: person().notNull(),
  at: text().$type<LocalTime>().notNull(),
  text: text().notNull(),
  instanceId: instance(),
  offer: text(),
  isLate: flag().notNull(),
  isRead: flag().notNull(),
});

export const processReports = sqliteTable('process_reports', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  code: text().notNull(),
  title: text().notNull(),
  at: text().$type<LocalTime>().notNull(),
  instanceId: instance(),
  body: json().$type<ReportTable>().notNull(),
});

export const processFiles = sqliteTable('process_files', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  instanceId: instance().notNull(),
  taskId: text(),
  name: text().notNull(),
  sha256: text('sha256')
    .notNull()
    .references(() => files.sha256),
  size: whole().notNull(),
  at: text().$type<LocalTime>().notNull(),
  userId: person().notNull(),
});

export const processWorkdays = sqliteTable('process_workdays', {
  userId: person().primaryKey(),
  state: text().$type<Workday['state']>().notNull(),
  since: text().$type<LocalTime>().notNull(),
});
