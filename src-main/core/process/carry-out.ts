import { requireDefined } from '#shared/kernel/assert.ts';
import type { Effect } from '#shared/domain/process/effects.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import { createRecord } from './create-record.ts';
import { distribute } from './distribute.ts';
import { makeReport } from './make-report.ts';
import { moveOrder } from './move-order.ts';
import { holderOf, peopleBehind, withSubstitutes } from './people.ts';
import { REGISTERS } from './registers.ts';
import { sendEvent } from './send-event.ts';
import { sendMessage } from './send-message.ts';
import { taskClosedText, targetsText } from './texts.ts';
import { withNames } from './titles.ts';
import type { EffectOf, Work } from './work.ts';
import { shareTask, shareTaskEnd } from './share-task.ts';
import type { ProcessTask } from '../../ports/processes.ts';

/** Does one thing that a process asks for, in the transaction of the event that asked. What needs more time is written down to be done. */
export const carryOut = (work: Work, instanceId: string, effect: Effect, event: ProcessEvent): void => {
  switch (effect.kind) {
    case 'task':
      return putTask(work, instanceId, effect, event);
    case 'taskClosed':
      return closeTask(work, instanceId, effect, event);
    case 'taskCancelled':
      return cancelTask(work, instanceId, effect);
    case 'offer':
      return offer(work, instanceId, effect);
    case 'moved':
      return moved(work, instanceId, effect);
    case 'notify':
      return notify(work, instanceId, effect);
    case 'message':
      return sendMessage(work, instanceId, effect);
    case 'comment':
    case 'flag':
      return say(work, instanceId, effect);
    case 'document':
      return document(work, instanceId, effect);
    case 'report':
      return makeReport(work, instanceId, effect);
    case 'create':
      return createRecord(work, instanceId, effect);
    case 'copy':
      return copy(work, instanceId, effect);
    case 'start':
      return start(work, instanceId, effect);
    case 'send':
      return sendEvent(work, instanceId, effect);
    case 'owner':
      return giveTo(work, instanceId, effect);
    case 'lookUp':
      return lookUp(work, instanceId, effect);
    case 'distribute':
      return distribute(work, work.get(instanceId), effect.what);
    case 'set':
    case 'finished':
  }
};

const named = (work: Work, text: string): string => withNames(text, work.people.nameOf);

const putTask = (work: Work, instanceId: string, effect: EffectOf<'task'>, event: ProcessEvent): void => {
  const { row, definition } = work.get(instanceId);
  const holders = [...effect.assignees, ...effect.coAssignees].map((each) => holderOf(each, row.business, row.owner));
  const known = holders.filter((holder) => holder !== 'nobody');
  const title = named(work, effect.title);
  const task: ProcessTask = {
    id: effect.taskId,
    instanceId,
    code: effect.code,
    title,
    element: effect.elementTitle,
    elementId: effect.elementId,
    creator: effect.creator === null ? '' : holderOf(effect.creator, row.business, row.owner),
    holders: known.length === 0 ? ['nobody'] : known,
    status: 'open',
    createdAt: work.cause.now,
    dueAt: effect.dueAt,
    isLate: effect.isLate,
    isBackground: !definition.tasks.some(({ code, isBackground }) => code === effect.code && isBackground !== true),
    result: null,
    closedAt: null,
    closedBy: null,
    comment: '',
  };
  work.stores.processes.saveTask(task);
  shareTask(work, task, event);
  const { id, isLate, taskId } = effect;
  work.deed(instanceId, {
    id,
    kind: 'task',
    isLate,
    text: title,
    body: { taskId, code: effect.code, holders, dueAt: effect.dueAt },
  });
};

const closeTask = (work: Work, instanceId: string, effect: EffectOf<'taskClosed'>, event: ProcessEvent): void => {
  const task = requireDefined(work.stores.processes.task(effect.taskId), 'the closed task');
  const isOwn = event.kind === 'taskDone' && event.taskId === task.id;
  const comment = isOwn ? event.report.comment : '';
  const closedBy = isOwn && event.by !== null ? work.cause.userId : null;
  const { now } = work.cause;
  work.stores.processes.saveTask({
    ...task,
    status: 'closed',
    result: effect.result,
    closedAt: now,
    closedBy,
    comment,
  });
  const { definition } = work.get(instanceId);
  const text = taskClosedText(definition, task, effect.result, comment, isOwn);
  shareTaskEnd(work, task, text);
  const { id, isLate } = effect;
  work.deed(instanceId, { id, kind: 'taskClosed', isLate, text, body: { taskId: task.id, result: effect.result } });
};

const cancelTask = (work: Work, instanceId: string, { id, isLate, taskId }: EffectOf<'taskCancelled'>): void => {
  const task = requireDefined(work.stores.processes.task(taskId), 'the withdrawn task');
  work.stores.processes.saveTask({ ...task, status: 'cancelled', closedAt: work.cause.now });
  const text = `Снята задача «${task.title}»`;
  shareTaskEnd(work, task, text);
  work.deed(instanceId, { id, kind: 'taskCancelled', isLate, text, body: { taskId } });
};

/** Each person reads it once, with whoever stands in for him today; a head who holds two roles reads it once too. */
const tell = (
  work: Work,
  instanceId: string,
  effect: EffectOf<'notify'> | EffectOf<'offer'>,
  text: string,
  offered: string | null,
): void => {
  if (work.isHistory(instanceId)) return;
  const { row, definition } = work.get(instanceId);
  const behind = effect.to.flatMap((target) =>
    peopleBehind(work.people, definition, holderOf(target, row.business, row.owner)),
  );
  for (const userId of withSubstitutes(work.stores, behind, dayOf(work.cause.now))) {
    const { id, isLate } = effect;
    work.stores.processes.notify({
      id,
      userId,
      at: work.cause.now,
      text,
      instanceId,
      offer: offered,
      isLate,
      isRead: false,
    });
  }
};

const offer = (work: Work, instanceId: string, effect: EffectOf<'offer'>): void =>
  tell(
    work,
    instanceId,
    effect,
    `Поставьте задачу «${named(work, effect.title)}»: ${work.get(instanceId).row.title}`,
    effect.code,
  );

const notify = (work: Work, instanceId: string, effect: EffectOf<'notify'>): void => {
  const text = named(work, effect.text);
  tell(work, instanceId, effect, text, null);
  const { id, isLate, to } = effect;
  const whom = targetsText(to, work, instanceId);
  work.deed(instanceId, { id, kind: 'notify', isLate, text: `${whom}: ${text}`, body: { to, text } });
};

const say = (
  work: Work,
  instanceId: string,
  { id, isLate, kind, text }: EffectOf<'comment'> | EffectOf<'flag'>,
): void => {
  const said = named(work, text);
  if (said !== '') work.deed(instanceId, { id, kind, isLate, text: said });
};

const moved = (work: Work, instanceId: string, { id, isLate, from, to, isAutomatic }: EffectOf<'moved'>): void => {
  const running = work.get(instanceId);
  const titleOf = (code: string): string =>
    running.definition.stages.find((stage) => stage.code === code)?.title ?? code;
  const text = from === '' ? `Стадия «${titleOf(to)}»` : `«${titleOf(from)}» → «${titleOf(to)}»`;
  work.deed(instanceId, { id, kind: 'moved', isLate, text, body: { from, to, isAutomatic } });
  moveOrder(work, running, titleOf(to));
};

const document = (work: Work, instanceId: string, { id, isLate, document: kind, note }: EffectOf<'document'>): void => {
  // A paper of a stage that was reached before the program knew of the record was made in its time.
  if (work.isHistory(instanceId)) return;
  work.deed(instanceId, { id, kind: 'document', isLate, text: note, body: { document: kind, note }, state: 'waiting' });
};

const start = (work: Work, instanceId: string, { process, fields }: EffectOf<'start'>): void => {
  const { row, state } = work.get(instanceId);
  const definition = work.world.library.current(work.stores, process);
  if (definition === null) return;
  const isHistory = work.isHistory(instanceId);
  const { owner, sets } = state;
  work.begin(definition, {
    recordId: row.recordId,
    parentId: instanceId,
    fields,
    owner,
    sets: setsOf(definition, sets),
    isHistory,
  });
};

/** Only the sets that the other process has: they are handed over as they are. */
const setsOf = <Sets extends object>(
  { sets = [] }: { readonly sets?: readonly { readonly code: string }[] | undefined },
  known: Sets,
): Sets => {
  const codes = new Set(sets.map(({ code }) => code));
  return Object.fromEntries(Object.entries(known).filter(([code]) => codes.has(code))) as Sets;
};

/** A copy stands at once where the rule says, and nothing of what led there is done again. */
const copy = (work: Work, instanceId: string, { stage, fields, id }: EffectOf<'copy'>): void => {
  const { definition, state, row } = work.get(instanceId);
  const begun = work.begin(definition, { stage, fields, owner: state.owner, isHistory: true, isCopy: true });
  if (begun.ok)
    work.deed(instanceId, { id, kind: 'copy', text: `Копия записи: ${row.title}`, body: { instanceId: begun.value } });
};

/** A role has no person yet: the one with the least to do takes it over. */
const giveTo = (work: Work, instanceId: string, { to, id, isLate }: EffectOf<'owner'>): void => {
  const { row, definition } = work.get(instanceId);
  const people = peopleBehind(work.people, definition, holderOf(to, row.business, row.owner));
  const open = new Map(
    people.map((user) => [
      user,
      work.stores.processes.list({ owner: user, status: 'running' }, { limit: 1, offset: 0 }).total,
    ]),
  );
  const [chosen] = people.toSorted((a, b) => (open.get(a) ?? 0) - (open.get(b) ?? 0));
  if (chosen === undefined) return;
  work.deed(instanceId, {
    id,
    kind: 'owner',
    isLate,
    text: `Ответственный: ${work.people.nameOf(chosen)}`,
    body: { owner: chosen },
  });
  if (to.kind === 'role') work.insist(instanceId, { kind: 'changed', by: null, fields: { owner: chosen } });
};

const lookUp = (work: Work, instanceId: string, { register, into }: EffectOf<'lookUp'>): void => {
  const found = REGISTERS[register]?.(work, work.get(instanceId));
  if (found === undefined) return;
  work.insist(instanceId, { kind: 'changed', by: null, fields: { [into]: found } });
};
