import { dayOf } from '#shared/domain/process/local-time.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import type { ProcessTask } from '../../ports/processes.ts';
import { enqueueCrmIntent, isDrivenByCrm } from '../sync/enqueue.ts';
import { peopleBehind } from './people.ts';
import { systemUser } from './system-user.ts';
import type { Work } from './work.ts';

/**
 * A task on an order of a CRM is a task of its deal there too, made once and closed with ours. Where the CRM's own robots drive the
 * process, theirs are the tasks and none is made (one owner of an automation).
 */
export const shareTask = (work: Work, task: ProcessTask, event: ProcessEvent): void => {
  const shared = sharedOf(work, task);
  if (shared === null || task.isBackground || work.isHistory(task.instanceId)) return;
  const { definition } = work.get(task.instanceId);
  const [person] = task.holders.flatMap((holder) => peopleBehind(work.people, definition, holder));
  enqueueCrmIntent(shared.deps, work.stores, {
    ...shared.head,
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
  const shared = sharedOf(work, task);
  if (shared === null) return;
  const end = { id: `taskEnd:${task.id}`, kind: 'closeTask', taskId: task.id, result } as const;
  enqueueCrmIntent(shared.deps, work.stores, { ...shared.head, ...end });
};

const sharedOf = (work: Work, { instanceId }: ProcessTask) => {
  const { stores, cause, world } = work;
  const { row, definition } = work.get(instanceId);
  const orderId = stores.processes.record(row.recordId)?.orderId ?? null;
  if (orderId === null || definition.automation === 'crm' || isDrivenByCrm(stores, definition.code)) return null;
  return {
    head: { by: cause.userId ?? systemUser(stores), orderId },
    deps: { clock: { now: () => cause.at, today: () => dayOf(cause.now) }, random: world.random },
  };
};
