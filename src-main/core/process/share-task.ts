import type { ProcessEvent } from '#shared/domain/process/events.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import type { ProcessTask } from '../../ports/processes.ts';
import { isDrivenByCrm } from '../sync/enqueue.ts';
import { peopleBehind } from './people.ts';
import { tellCrm } from './tell-crm.ts';
import type { Work } from './work.ts';

/**
 * A task on an order of a CRM is a task of its deal there too, made once and closed with ours. Where the CRM's own robots drive the
 * process, theirs are the tasks and none is made (one owner of an automation).
 */
export const shareTask = (work: Work, task: ProcessTask, event: ProcessEvent): void => {
  const orderId = sharedOrder(work, task);
  if (orderId === null || task.isBackground || work.isHistory(task.instanceId)) return;
  const { definition } = work.get(task.instanceId);
  const [person] = task.holders.flatMap((holder) => peopleBehind(work.people, definition, holder));
  tellCrm(work, {
    orderId,
    id: `task:${task.id}`,
    kind: 'createTask',
    taskId: task.id,
    fields: { title: task.title, deadline: task.dueAt === null ? null : `${task.dueAt}:00+03:00` },
    isBeginning: event.kind === 'started',
    ...(person === undefined ? {} : { responsible: work.people.nameOf(person) }),
  });
};

/** The task is over, done or withdrawn. */
export const shareTaskEnd = (work: Work, task: ProcessTask, result: string): void => {
  const orderId = sharedOrder(work, task);
  if (orderId !== null)
    tellCrm(work, { orderId, id: `taskEnd:${task.id}`, kind: 'closeTask', taskId: task.id, result });
};

/** The order whose deal has the task too; null where the CRM drives the process, or no order stands behind it. */
const sharedOrder = (work: Work, { instanceId }: ProcessTask): OrderId | null => {
  const { row, definition } = work.get(instanceId);
  const orderId = work.stores.processes.record(row.recordId)?.orderId ?? null;
  const isTheirs = orderId !== null && (definition.automation === 'crm' || isDrivenByCrm(work.stores, definition.code));
  return isTheirs ? null : orderId;
};
