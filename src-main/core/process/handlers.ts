import type { processesContract } from '#shared/contract/processes.ts';
import type { recordsContract } from '#shared/contract/records.ts';
import type { tasksContract } from '#shared/contract/tasks.ts';
import type { Handlers } from '../deps.ts';
import { listProcesses, getProcess, checkProcess } from './calls/definition-queries.ts';
import { saveDraft, releaseProcess, discardDraft, switchProcess, copyProcess } from './calls/definition-commands.ts';
import { migrateRunning } from './calls/migrate-running.ts';
import { simulateProcess } from './calls/simulate.ts';
import { tickProcesses } from './calls/tick.ts';
import { listTasks, getTask } from './calls/inbox.ts';
import { closeTask, closeMany } from './calls/close-task.ts';
import { delegateTask, putTask, commentTask, taskFile } from './calls/task-commands.ts';
import { listAbsences, setAbsence, removeAbsence } from './calls/absences.ts';
import { getWorkday, setWorkday, listNotifications, readNotifications, announceNotifications } from './calls/my-day.ts';
import { listFunnels, funnelBoard, listRecords } from './calls/funnels.ts';
import { getRecord, recordTimeline } from './calls/record-queries.ts';
import {
  moveRecord,
  setRecordFields,
  createRecord,
  convertRecord,
  copyRecord,
  commentRecord,
  signalRecord,
  messageSent,
} from './calls/record-commands.ts';
import { controlBoard, listShipments } from './calls/control.ts';
import { exportReport, listReports, getReport, makeReport } from './calls/report-calls.ts';
import type { ProcessDeps } from './calls/process-deps.ts';

type Names = keyof typeof processesContract | keyof typeof recordsContract | keyof typeof tasksContract;

/** Calls about processes, records and tasks. */
export const createProcessHandlers = (deps: ProcessDeps): Pick<Handlers, Names> => ({
  'processes.list': listProcesses(deps),
  'processes.get': getProcess(deps),
  'processes.check': checkProcess(),
  'processes.saveDraft': saveDraft(deps),
  'processes.release': releaseProcess(deps),
  'processes.discardDraft': discardDraft(deps),
  'processes.switch': switchProcess(deps),
  'processes.copy': copyProcess(deps),
  'processes.migrate': migrateRunning(deps),
  'processes.simulate': simulateProcess(deps),
  'processes.tick': tickProcesses(deps),
  'tasks.list': listTasks(deps),
  'tasks.get': getTask(deps),
  'tasks.close': closeTask(deps),
  'tasks.closeMany': closeMany(deps),
  'tasks.delegate': delegateTask(deps),
  'tasks.put': putTask(deps),
  'tasks.comment': commentTask(deps),
  'tasks.file': taskFile(deps),
  'absences.list': listAbsences(deps),
  'absences.set': setAbsence(deps),
  'absences.remove': removeAbsence(deps),
  'workday.get': getWorkday(deps),
  'workday.set': setWorkday(deps),
  'notifications.list': listNotifications(deps),
  'notifications.read': readNotifications(),
  'notifications.announce': announceNotifications(deps),
  'funnels.list': listFunnels(deps),
  'funnels.board': funnelBoard(deps),
  'records.list': listRecords(deps),
  'records.get': getRecord(deps),
  'records.timeline': recordTimeline(deps),
  'records.move': moveRecord(deps),
  'records.setFields': setRecordFields(deps),
  'records.create': createRecord(deps),
  'records.convert': convertRecord(deps),
  'records.copy': copyRecord(deps),
  'records.comment': commentRecord(deps),
  'records.signal': signalRecord(deps),
  'records.messageSent': messageSent(deps),
  'control.board': controlBoard(deps),
  'shipments.list': listShipments(deps),
  'reports.list': listReports(deps),
  'reports.get': getReport(deps),
  'reports.make': makeReport(deps),
  'reports.export': exportReport(deps),
});
