import { readMoment, shownMoment } from './dates.ts';
import type { KindOf } from './filter.ts';
import { listMethod, readMethod, writeMethod, type MethodTable, type Outcome } from './method.ts';
import { pageOf, pageOutcome } from './page.ts';
import { addRecord, type Portal, type Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { findUser } from './system.ts';
import { fieldsOf, idOf, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

/** Kept under the names of the first version; shown in camel case, numbers as strings. */
const NUMBERS = new Set([
  'ID',
  'RESPONSIBLE_ID',
  'CREATED_BY',
  'CHANGED_BY',
  'CLOSED_BY',
  'STATUS',
  'REAL_STATUS',
  'GROUP_ID',
  'PARENT_ID',
  'PRIORITY',
  'STAGE_ID',
]);
const MOMENTS = new Set([
  'CREATED_DATE',
  'CHANGED_DATE',
  'CLOSED_DATE',
  'DEADLINE',
  'DATE_START',
  'ACTIVITY_DATE',
  'STATUS_CHANGED_DATE',
  'START_DATE_PLAN',
  'END_DATE_PLAN',
]);
const TEXTS = new Set(['TITLE', 'DESCRIPTION', 'UF_CRM_TASK', 'XML_ID', 'GUID', 'MARK', 'UF_TASK_WEBDAV_FILES']);

const kindOfTask: KindOf = (field) => {
  if (NUMBERS.has(field)) return 'number';
  if (MOMENTS.has(field)) return 'moment';
  return TEXTS.has(field) ? 'text' : null;
};

export const STATUS = { waiting: 2, working: 3, control: 4, done: 5, deferred: 6 } as const;

const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_([a-z0-9])/gu, (_whole, letter: string) => letter.toUpperCase());

const person = (portal: Portal, id: unknown): Fields => {
  const user = findUser(portal, id);
  return {
    id: textOf(id),
    name: `${textOf(user?.['NAME'])} ${textOf(user?.['LAST_NAME'])}`,
    link: `/company/personal/user/${textOf(id)}/`,
    icon: '/bitrix/images/tasks/default_avatar.png',
    workPosition: textOf(user?.['WORK_POSITION']),
  };
};

/** What a whole task shows besides, here always the same. */
const WHOLE_TASK: Fields = {
  multitask: 'N',
  notViewed: 'N',
  replicate: 'N',
  sprintId: null,
  backlogId: null,
  statusChangedBy: null,
  startDatePlan: null,
  endDatePlan: null,
  guid: '{1a90e51d-5423-4c1e-b1a2-664a519b4612}',
  commentsCount: '0',
  serviceCommentsCount: '0',
  allowChangeDeadline: 'Y',
  allowTimeTracking: 'N',
  taskControl: 'N',
  addInReport: 'N',
  forkedByTemplateId: null,
  timeEstimate: '0',
  timeSpentInLogs: null,
  matchWorkTime: 'N',
  forumTopicId: null,
  forumId: null,
  siteId: 's1',
  subordinate: 'N',
  exchangeModified: null,
  exchangeId: null,
  outlookVersion: '1',
  viewedDate: null,
  sorting: null,
  durationFact: null,
  isMuted: 'N',
  isPinned: 'N',
  isPinnedInGroup: 'N',
  flowId: null,
  durationPlan: '0',
  durationType: 'days',
  checklist: [],
  newCommentsCount: 0,
  checkListTree: [],
  checkListCanAdd: true,
  tags: [],
  ufMailMessage: null,
};

const HIDDEN_WITHOUT_ASKING = ['UF_CRM_TASK', 'UF_TASK_WEBDAV_FILES'];

const shownTask = (portal: Portal, row: Row, select: readonly string[]): Fields => {
  const isAll = select.length === 0 || select.includes('*');
  const names = isAll
    ? Object.keys(row).filter((name) => !HIDDEN_WITHOUT_ASKING.includes(name) || select.includes(name))
    : ['ID', ...select];
  const fields = Object.fromEntries(
    names
      .filter((name) => name in row)
      .map((name) => {
        const value = row[name];
        if (MOMENTS.has(name))
          return [camel(name), typeof value === 'number' ? shownMoment(value, portal.settings) : null];
        return [camel(name), NUMBERS.has(name) ? textOf(value) : value];
      }),
  );
  const isDone = row['STATUS'] === STATUS.done;
  return {
    ...(isAll ? WHOLE_TASK : {}),
    ...fields,
    ...(isAll ? { subStatus: textOf(row['STATUS']) } : {}),
    descriptionInBbcode: 'Y',
    favorite: 'N',
    group: [],
    creator: person(portal, row['CREATED_BY']),
    responsible: person(portal, row['RESPONSIBLE_ID']),
    accomplicesData: [],
    auditorsData: [],
    action: {
      accept: false,
      decline: false,
      complete: !isDone,
      start: !isDone,
      pause: false,
      delegate: true,
      remove: true,
      edit: true,
      defer: !isDone,
      renew: isDone,
    },
  };
};

const asked = (params: Fields): readonly string[] => listOf(paramOf(params, 'select')).map(textOf);

const taskOf = (portal: Portal, params: Fields): Row => {
  const given = paramOf(params, 'taskId', 'id');
  if (given === undefined) {
    throw new RestError(
      400,
      '100',
      'CTaskItem All parameters in the constructor must have real class type (internal error)',
    );
  }
  const id = idOf(given);
  const row = id === null ? null : portal.records('task').get(id);
  if (row === null)
    throw new RestError(
      400,
      id === null ? '0' : '1048582',
      id === null ? 'wrong task id' : 'Задача не найдена или доступ запрещён',
    );
  return row;
};

const core = (text: string): RestError => new RestError(400, 'ERROR_CORE', `${text}<br>`);

/** Fields of a task in either spelling as the portal keeps them. */
export const keptTask = (portal: Portal, sent: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]): [string, unknown][] => {
      const upper = name === name.toUpperCase() ? name : name.replaceAll(/([a-z])([A-Z])/gu, '$1_$2').toUpperCase();
      if (MOMENTS.has(upper)) return [[upper, readMoment(textOf(value), portal.settings)?.ms ?? null]];
      if (NUMBERS.has(upper)) return [[upper, idOf(value) ?? 0]];
      if (upper === 'UF_CRM_TASK' || upper === 'UF_TASK_WEBDAV_FILES') return [[upper, listOf(value)]];
      if (upper === 'AUDITORS' || upper === 'ACCOMPLICES') return [[upper, listOf(value).map(textOf)]];
      return TEXTS.has(upper) ? [[upper, textOf(value)]] : [];
    }),
  );

export const insertTask = (portal: Portal, sent: Fields): number => {
  const fields = keptTask(portal, sent);
  if (textOf(fields['TITLE']) === '') throw core('Не указано название задачи');
  if (idOf(fields['RESPONSIBLE_ID']) === null) throw core('Не указан исполнитель');
  if (findUser(portal, fields['RESPONSIBLE_ID']) === undefined) {
    throw core('Пользователь указанный в поле "Исполнитель" не найден');
  }
  const now = portal.now();
  return addRecord(portal, 'task', {
    TITLE: '',
    DESCRIPTION: '',
    MARK: '',
    PRIORITY: 1,
    STAGE_ID: 0,
    GROUP_ID: 0,
    PARENT_ID: 0,
    XML_ID: null,
    CREATED_BY: portal.userId,
    CREATED_DATE: now,
    CHANGED_BY: portal.userId,
    CHANGED_DATE: now,
    ACTIVITY_DATE: now,
    CLOSED_BY: 0,
    CLOSED_DATE: null,
    DATE_START: null,
    DEADLINE: null,
    STATUS_CHANGED_DATE: now,
    UF_CRM_TASK: [],
    UF_TASK_WEBDAV_FILES: [],
    AUDITORS: [],
    ACCOMPLICES: [],
    ...fields,
    STATUS: STATUS.waiting,
    REAL_STATUS: STATUS.waiting,
  });
};

export const changeTask = (portal: Portal, row: Row, fields: Fields): Row => {
  const now = portal.now();
  const changed = {
    ...row,
    ...fields,
    ID: row['ID'],
    CHANGED_DATE: now,
    CHANGED_BY: portal.userId,
    ACTIVITY_DATE: now,
  };
  portal.records('task').put(Number(row['ID']), changed);
  return changed;
};

const moved = (status: number) =>
  writeMethod('task', (portal, params): Outcome => {
    const row = taskOf(portal, params);
    const now = portal.now();
    const isDone = status === STATUS.done;
    const changed = changeTask(portal, row, {
      STATUS: status,
      REAL_STATUS: status,
      STATUS_CHANGED_DATE: now,
      ...(isDone ? { CLOSED_DATE: now, CLOSED_BY: portal.userId } : { CLOSED_DATE: null, CLOSED_BY: 0 }),
    });
    return { result: { task: shownTask(portal, changed, ['*', ...HIDDEN_WITHOUT_ASKING]) } };
  });

export const taskMethods: MethodTable = {
  'tasks.task.list': listMethod('task', (portal, params) => {
    const table = portal.records('task');
    const order = fieldsOf(paramOf(params, 'order'));
    if (Object.keys(order).some((field) => kindOfTask(field) === null)) {
      throw new RestError(400, '0', 'Неверный ключ сортировки (internal error)');
    }
    // What it does not know in a filter it passes over.
    const filter = Object.fromEntries(
      Object.entries(fieldsOf(paramOf(params, 'filter'))).filter(
        ([key]) => kindOfTask(key.replace(/^[^A-Z]+/u, '')) !== null,
      ),
    );
    const found = pageOf(
      table,
      { filter, order, start: paramOf(params, 'start') },
      kindOfTask,
      portal.settings,
      undefined,
      'ID',
    );
    const tasks = found.ids.flatMap((id) => {
      const row = table.get(id);
      return row === null ? [] : [shownTask(portal, row, asked(params))];
    });
    return pageOutcome({ tasks }, found);
  }),
  'tasks.task.get': readMethod('task', (portal, params) => ({
    result: { task: shownTask(portal, taskOf(portal, params), asked(params)) },
  })),
  'tasks.task.add': writeMethod('task', (portal, params) => {
    const id = insertTask(portal, fieldsOf(paramOf(params, 'fields')));
    return {
      result: { task: shownTask(portal, portal.records('task').get(id) ?? {}, ['*', ...HIDDEN_WITHOUT_ASKING]) },
    };
  }),
  'tasks.task.update': writeMethod('task', (portal, params) => {
    const row = taskOf(portal, params);
    const changed = changeTask(portal, row, keptTask(portal, fieldsOf(paramOf(params, 'fields'))));
    return { result: { task: shownTask(portal, changed, ['*', ...HIDDEN_WITHOUT_ASKING]) } };
  }),
  'tasks.task.delete': writeMethod('task', (portal, params) => {
    portal.records('task').remove(Number(taskOf(portal, params)['ID']));
    return { result: { task: true } };
  }),
  'tasks.task.complete': moved(STATUS.done),
  'tasks.task.start': moved(STATUS.working),
  'tasks.task.pause': moved(STATUS.waiting),
  'tasks.task.defer': moved(STATUS.deferred),
  'tasks.task.renew': moved(STATUS.waiting),
  'tasks.task.files.attach': writeMethod('task', (portal, params) => {
    const row = taskOf(portal, params);
    const file = idOf(paramOf(params, 'fileId'));
    if (file === null) throw new RestError(400, '100', 'Could not find value for parameter {fileId} (internal error)');
    const attachmentId = portal.nextId('attachment') + 1_000;
    changeTask(portal, row, { UF_TASK_WEBDAV_FILES: [...listOf(row['UF_TASK_WEBDAV_FILES']), attachmentId] });
    return { result: { attachmentId } };
  }),
};
