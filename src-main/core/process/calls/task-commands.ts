import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Handler } from '../../deps.ts';
import { Desk } from '../views/desk.ts';
import { taskCard } from '../views/task-card.ts';
import { mayClose } from '../may-close.ts';
import { actAs, journal, refuse } from './acting.ts';
import type { ProcessDeps } from './process-deps.ts';

/** Hands an open task to one person; who had it before stays in the timeline. */
export const delegateTask =
  (deps: ProcessDeps): Handler<'tasks.delegate'> =>
  (context, { id, to, comment }) => {
    const { processes, users } = deps.base.read;
    const task = processes.task(id);
    const instance = task === null ? null : processes.instance(task.instanceId);
    if (task === null || instance === null) return err(appError('task.unknown', { task: id }));
    const taker = users.findByLogin(to);
    if (taker === null || !taker.isActive) return err(appError('session.unknownUser', { login: to }));
    const actor = requireDefined(context.actor, 'the acting person');
    return actAs(
      deps,
      context,
      (work) => {
        const may = mayClose(new Desk(work.stores, deps.runner), actor, task, instance);
        if (may.reason !== '') return refuse('task.notHolder', may.reason);
        if (task.status !== 'open') return refuse('task.notOpen', 'Эта задача уже закрыта или снята.');
        work.stores.processes.saveTask({ ...task, holders: [`user:${taker.id}`] });
        const said = comment === '' ? '' : `. ${comment}`;
        const text = `Задача «${task.title}» передана: ${taker.fullName}${said}`;
        const deedId = work.world.random.uuid();
        work.deed(instance.id, {
          id: deedId,
          kind: 'delegated',
          text,
          body: { taskId: id, from: task.holders, to: taker.id },
        });
        work.notifyPeople(
          instance.id,
          [taker.id],
          deedId,
          `Вам передали задачу «${task.title}»: ${instance.title}${said}`,
        );
        journal(work, context, 'task.delegated', instance.id, { taskId: id, title: task.title, to: taker.id });
        work.touched.add(instance.id);
        return ok(null);
      },
      (work) =>
        taskCard(new Desk(work.stores, deps.runner), requireDefined(work.stores.processes.task(id), 'the task'), actor),
    );
  };

/** Takes up an offered task (EN-25). */
export const putTask =
  (deps: ProcessDeps): Handler<'tasks.put'> =>
  (context, { instance: id, task: code }) => {
    const instance = deps.base.read.processes.instance(id);
    if (instance === null) return err(appError('record.unknown', { record: id }));
    return actAs(
      deps,
      context,
      (work, acting) => {
        const told = work.tell(id, { kind: 'taskPut', code, by: acting.as(instance.business) });
        if (!told.ok) return told;
        journal(work, context, 'task.put', id, { task: code });
        return ok(null);
      },
      (work) => {
        const made = work.stores.processes.tasksOf(id).findLast((task) => task.code === code && task.status === 'open');
        return { id: made?.id ?? '' };
      },
    );
  };

export const commentTask =
  (deps: ProcessDeps): Handler<'tasks.comment'> =>
  (context, { id, text }) => {
    const task = deps.base.read.processes.task(id);
    if (task === null) return err(appError('task.unknown', { task: id }));
    const actor = requireDefined(context.actor, 'the acting person');
    return actAs(
      deps,
      context,
      (work) => {
        const { instanceId, title } = task;
        work.deed(instanceId, {
          id: work.world.random.uuid(),
          kind: 'comment',
          text: `${title}: ${text}`,
          body: { taskId: id },
        });
        work.touched.add(instanceId);
        return ok(null);
      },
      (work) => taskCard(new Desk(work.stores, deps.runner), task, actor),
    );
  };

export const taskFile =
  (deps: ProcessDeps): Handler<'tasks.file'> =>
  async (_context, { id }) => {
    const file = deps.base.read.processes.file(id);
    const bytes = file === null ? null : await deps.files.read(file.sha256);
    if (file === null || bytes === null) return err(appError('task.noFile', { file: id }));
    return ok({ name: file.name, bytes: Buffer.from(bytes).toString('base64') });
  };
