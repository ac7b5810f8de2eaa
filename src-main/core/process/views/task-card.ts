import type { OutputOf } from '#shared/contract/index.ts';
import { holds, type View } from '#shared/domain/process/condition.ts';
import { elementOf } from '#shared/domain/process/element.ts';
import { explainCondition } from '#shared/domain/process/explain.ts';
import type { Actor } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { ProcessTask } from '../../../ports/processes.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import { paperTask } from '../hand-over.ts';
import { mayClose } from '../may-close.ts';
import type { Desk } from './desk.ts';
import { fieldViews } from './field-values.ts';

type Card = OutputOf<'tasks.get'>;

const MOST_ENTRIES = 50;

const paperOf = (code: string, orderId: OrderId | null): Card['paper'] => {
  const kind = DOCUMENT_KINDS.find((each) => code === paperTask(each));
  return kind === undefined ? null : { kind, orderId };
};

/** All that a task needs to be decided on: what it asks for, what it carries, what was said about it. */
export const taskCard = (desk: Desk, task: ProcessTask, actor: Actor): Card => {
  const { processes, orders } = desk.stores;
  const instance = requireDefined(processes.instance(task.instanceId), 'the process of a task');
  const state = requireDefined(processes.state(task.instanceId), 'the state of a task');
  const definition = requireDefined(desk.definitionOf(instance), 'the definition of a task');
  const meant = definition.tasks.find(({ code }) => code === task.code);
  const stateTask = state.tasks.find(({ id }) => id === task.id);
  const element = meant === undefined || stateTask === undefined ? null : elementOf(state, meant, stateTask);
  const fields = { ...state.fields, ...element?.fields };
  const guard = meant?.closing?.when;
  const view: View = { ...state, fields, definition };
  const orderId = processes.record(instance.recordId)?.orderId ?? null;
  const order = orderId === null ? null : orders.get(orderId);
  const reports = processes.reports({ instanceIds: [instance.id] }, { limit: 10, offset: 0 }).items;
  const deeds = processes.timeline([instance.id], { limit: MOST_ENTRIES, offset: 0 }).items;
  const may = mayClose(desk, actor, task, instance);
  return {
    ...desk.task(task, instance, may.onBehalfOf === null ? null : may.onBehalfOf.fullName),
    results: (meant?.results ?? []).map(({ code, title, needsComment = false, returns = false }) => ({
      code,
      title,
      needsComment,
      returns,
    })),
    checklist: (meant?.checklist ?? []).map((text) => ({ text, isDone: task.status === 'closed' })),
    filesNeeded: meant?.closing?.files ?? 0,
    files: processes
      .files([instance.id])
      .filter(({ taskId }) => taskId === task.id)
      .map(({ id, name, size, at }) => ({ id, name, size, at })),
    fields: fieldViews(definition, meant?.closing?.fields ?? [], fields, desk.people),
    closesWhen: guard === undefined || holds(guard, view) ? '' : explainCondition(guard, definition),
    carries: meant?.carries ?? [],
    paper: paperOf(task.code, orderId),
    creator: task.creator === '' ? '' : desk.holder(task.creator).name,
    notYours: may.reason,
    guidance: definition.stages.find(({ code }) => code === state.stage)?.guidance?.text ?? '',
    order: order === null ? null : { id: order.id, number: order.number },
    reports: reports.map(({ id, title, at }) => ({ id, title, at })),
    timeline: desk.timeline(deeds),
  };
};
