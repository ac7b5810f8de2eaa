import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { elementOf } from '#shared/domain/process/element.ts';
import type { ProcessEvent, Refusal } from '#shared/domain/process/events.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ProcessTask } from '../../../ports/processes.ts';
import type { CallContext, Handler } from '../../deps.ts';
import { attempt } from '../attempt.ts';
import { mayClose } from '../may-close.ts';
import { Desk } from '../views/desk.ts';
import { readFields } from '../views/field-values.ts';
import { taskCard } from '../views/task-card.ts';
import type { Work } from '../work.ts';
import { journal, refusedError } from './acting.ts';
import { tellWindows, type ProcessDeps } from './process-deps.ts';

type Input = ParsedInputOf<'tasks.close'>;
type Stored = { readonly name: string; readonly sha256: string; readonly size: number };

/** The bytes are safe on the disk before the task names them. */
const storeFiles = async (deps: ProcessDeps, files: Input['files']): Promise<Result<readonly Stored[], AppError>> => {
  const stored: Stored[] = [];
  for (const { name, bytes } of files) {
    const put = await deps.files.put(Buffer.from(bytes, 'base64'));
    if (!put.ok) {
      const { error } = put;
      return err(
        error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: error.reason }),
      );
    }
    stored.push({ name, ...put.value });
  }
  return ok(stored);
};

/** What a person reports of a task, as the process is told it; fields of the task's element go into its element. */
const reportOf = (
  work: Work,
  task: ProcessTask,
  { result, comment, checked, fields }: Pick<Input, 'result' | 'comment' | 'checked' | 'fields'>,
  files: number,
): Result<Omit<Extract<ProcessEvent, { kind: 'taskDone' }>, 'by'>, AppError> => {
  const { state, definition } = work.get(task.instanceId);
  const meant = definition.tasks.find(({ code }) => code === task.code);
  const known = readFields(definition, fields, work.people);
  if (!known.ok) return known;
  const stateTask = state.tasks.find(({ id }) => id === task.id);
  const element = meant === undefined || stateTask === undefined ? null : elementOf(state, meant, stateTask);
  const set = definition.sets?.find(({ code }) => code === meant?.forEach);
  const isOfElement = (code: string): boolean =>
    element !== null && set?.fields?.some((field) => field.code === code) === true;
  const pick = (wanted: boolean): Fields =>
    Object.fromEntries(Object.entries(known.value).filter(([code]) => isOfElement(code) === wanted));
  const count = meant?.checklist?.length ?? 0;
  const isChecklistDone = new Set(checked.filter((place) => place < count)).size === count;
  const own = pick(true);
  const sets =
    set === undefined || Object.keys(own).length === 0
      ? {}
      : {
          sets: {
            [set.code]: (state.sets[set.code] ?? []).map((each) =>
              each.id === element?.id ? { ...each, fields: { ...each.fields, ...own } } : each,
            ),
          },
        };
  return ok({
    kind: 'taskDone',
    taskId: task.id,
    report: { result, comment, files, isChecklistDone },
    fields: pick(false),
    ...sets,
  });
};

type Closing = Pick<Input, 'result' | 'comment' | 'checked' | 'fields'>;

/** Closes one task in a transaction of its own; `taskNotYours` and the words of the process are refusals, a bad field is an error. */
const closeOne = (
  deps: ProcessDeps,
  context: CallContext,
  write: CallContext['commit'],
  id: string,
  closing: Closing,
  stored: readonly Stored[],
): Result<ReturnType<typeof taskCard>, AppError | readonly Refusal[]> => {
  const actor = requireDefined(context.actor, 'the acting person');
  const desk = new Desk(deps.base.read, deps.runner);
  const task = deps.base.read.processes.task(id);
  const instance = task === null ? null : deps.base.read.processes.instance(task.instanceId);
  if (task === null || instance === null) return err(appError('task.unknown', { task: id }));
  const may = mayClose(desk, actor, task, instance);
  if (may.reason !== '') return err([{ code: 'task.notYours', message: may.reason, fields: [] }]);
  const onBehalfOf = may.onBehalfOf?.id ?? null;
  let bad: AppError | null = null;
  const touched = new Set<string>();
  const answer = attempt(write, (stores) => {
    const work = deps.runner.work(stores, { userId: actor.user.id, onBehalfOf });
    const report = reportOf(work, task, closing, stored.length);
    if (!report.ok) {
      bad = report.error;
      return err([]);
    }
    const by = work.people.actor(instance.business, may.onBehalfOf ?? actor.user);
    const told = work.tell(task.instanceId, { ...report.value, by });
    if (!told.ok) return told;
    for (const file of stored) {
      stores.processes.addFile({
        id: work.world.random.uuid(),
        instanceId: instance.id,
        taskId: id,
        ...file,
        at: work.cause.now,
        userId: actor.user.id,
      });
    }
    journal(work, context, 'task.closed', instance.id, {
      taskId: id,
      task: task.code,
      title: task.title,
      result: closing.result,
    });
    const closed = requireDefined(stores.processes.task(id), 'the closed task');
    for (const each of work.touched) touched.add(each);
    return ok(taskCard(new Desk(stores, deps.runner), closed, actor));
  });
  if (bad !== null) return err(bad);
  if (answer.ok) tellWindows(context, touched);
  return answer;
};

const isRefusals = (error: AppError | readonly Refusal[]): error is readonly Refusal[] => Array.isArray(error);

export const closeTask =
  (deps: ProcessDeps): Handler<'tasks.close'> =>
  async (context, input) => {
    deps.runner.catchUp();
    const stored = await storeFiles(deps, input.files);
    if (!stored.ok) return stored;
    const closed = closeOne(deps, context, context.commit, input.id, input, stored.value);
    if (closed.ok) return closed;
    return err(isRefusals(closed.error) ? refusedError(closed.error) : closed.error);
  };

/** One bad task never stops the rest; each has a transaction of its own. */
export const closeMany =
  (deps: ProcessDeps): Handler<'tasks.closeMany'> =>
  (context, { ids, result, comment }) => {
    deps.runner.catchUp();
    const closed: string[] = [];
    const refused: { id: string; title: string; refusals: { code: string; message: string; fields: string[] }[] }[] =
      [];
    for (const id of new Set(ids)) {
      const task = deps.base.read.processes.task(id);
      // A list of many shows no checklists: tasks that have one are closed one by one.
      const closing = { result, comment, checked: [], fields: {} };
      const answer = closeOne(deps, context, (action) => deps.base.write(action), id, closing, []);
      if (answer.ok) {
        closed.push(id);
        continue;
      }
      const { error } = answer;
      const refusals = isRefusals(error)
        ? error
        : [{ code: error.code, message: 'Задачи нет: обновите список.', fields: [] }];
      refused.push({
        id,
        title: task?.title ?? '',
        refusals: refusals.map(({ code, message, fields }) => ({ code, message, fields: [...fields] })),
      });
    }
    return ok(context.commit(() => ({ closed, refused })));
  };
