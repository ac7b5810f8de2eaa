import { listMethod, writeMethod, type MethodTable } from './method.ts';
import { oldList, type OldTable } from './old-list.ts';
import type { Portal, Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { findUser } from './system.ts';
import { idOf, paramOf, textOf, type Fields } from '../http/values.ts';

const TASKS: OldTable = {
  name: 'bizTask',
  numbers: ['USER_ID', 'STATUS', 'USER_STATUS'],
  moments: ['MODIFIED', 'WORKFLOW_STARTED', 'OVERDUE_DATE'],
};
const STATUSES = [1, 2, 3, 4];

const taskOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(paramOf(params, 'TASK_ID'));
  if (id === null) throw new RestError(400, 'ERROR_TASK_VALIDATION', 'empty TASK_ID');
  const row = portal.records('bizTask').get(id);
  if (row === null || row['USER_ID'] !== portal.userId)
    throw new RestError(400, 'ERROR_TASK_NOT_FOUND', 'Task not found');
  return row;
};

export const bizprocMethods: MethodTable = {
  'bizproc.task.list': listMethod('bizproc', (portal, params) =>
    oldList(portal, TASKS, {
      filter: paramOf(params, 'FILTER'),
      order: paramOf(params, 'ORDER'),
      select: paramOf(params, 'SELECT'),
      start: paramOf(params, 'start'),
    }),
  ),
  'bizproc.task.complete': writeMethod('bizproc', (portal, params) => {
    const row = taskOf(portal, params);
    const status = idOf(paramOf(params, 'STATUS'));
    if (status === null || !STATUSES.includes(status))
      throw new RestError(400, 'ERROR_TASK_VALIDATION', 'incorrect STATUS');
    if (row['STATUS'] !== 0) throw new RestError(400, 'ERROR_TASK_COMPLETED', 'Task already completed');
    portal
      .records('bizTask')
      .put(Number(row['ID']), { ...row, STATUS: status, USER_STATUS: status, MODIFIED: portal.now() });
    return { result: true };
  }),
  'bizproc.task.delegate': writeMethod('bizproc', (portal, params) => {
    const to = idOf(paramOf(params, 'TO_USER_ID'));
    if (findUser(portal, paramOf(params, 'FROM_USER_ID')) === undefined) {
      throw new RestError(400, 'ERROR_INVALID_USER_ID', 'Invalid FROM_USER_ID');
    }
    const row = portal.records('bizTask').get(idOf(paramOf(params, 'TASK_IDS')) ?? 0);
    if (row !== null && to !== null) portal.records('bizTask').put(Number(row['ID']), { ...row, USER_ID: to });
    return { result: true };
  }),
  'bizproc.workflow.start': writeMethod('bizproc', (portal, params) => {
    if (!portal.settings.isAdmin) throw new RestError(403, 'ACCESS_DENIED', 'Access denied!');
    if (textOf(paramOf(params, 'TEMPLATE_ID')) === '')
      throw new RestError(400, 'ERROR_WRONG_WORKFLOW_ID', 'Empty TEMPLATE_ID');
    return { result: `66e81a64${portal.nextId('workflow')}.56521481` };
  }),
};
