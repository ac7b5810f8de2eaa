import type { OutputOf } from '#shared/contract/index.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { moveRefusals, reachableByHand } from '#shared/domain/process/move.ts';
import { offerRefusals, standingOffers } from '#shared/domain/process/offer.ts';
import { editRefusals } from '#shared/domain/process/rights.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import type { ProcessState } from '#shared/domain/process/state.ts';
import { fillText } from '#shared/domain/process/targets.ts';
import { whyWaiting, type WaitingAction } from '#shared/domain/process/why-waiting.ts';
import type { Actor } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { ProcessInstance } from '../../../ports/processes.ts';
import { withNames } from '../titles.ts';
import type { Desk } from './desk.ts';
import { fieldViews } from './field-values.ts';
import { recordSets } from './record-sets.ts';
import { standingMessages } from './standing-messages.ts';

type Card = OutputOf<'records.get'>;

const MOST_ENTRIES = 30;

const wire = (refusals: readonly Refusal[]) =>
  refusals.map(({ code, message, fields }) => ({ code, message, fields: [...fields] }));

/** Everything the card of a record shows, in one answer. */
export const recordCard = (desk: Desk, instance: ProcessInstance, { user, substitutes }: Actor): Card => {
  const { processes, orders } = desk.stores;
  const state = requireDefined(processes.state(instance.id), 'the state of a process');
  const definition = requireDefined(desk.definitionOf(instance), 'the definition of a process');
  // A substitute sees what he may do for the absent as well.
  const actors = [user, ...substitutes].map((person) => desk.people.actor(instance.business, person));
  const best = (ask: (actor: (typeof actors)[number]) => readonly Refusal[]): readonly Refusal[] => {
    const answers = actors.map(ask);
    return answers.find((each) => each.length === 0) ?? answers[0] ?? [];
  };
  const orderId = processes.record(instance.recordId)?.orderId ?? null;
  const order = orderId === null ? null : orders.get(orderId);
  const parent = instance.parentId === null ? null : processes.instance(instance.parentId);
  const related = [...processes.ofRecord(instance.recordId), ...processes.children(instance.id)].filter(
    ({ id }) => id !== instance.id,
  );
  const ids = [instance.id];
  const tasks = processes.tasksOf(instance.id).toReversed();
  const timeline = processes.timeline(
    [...new Set([instance.id, ...processes.ofRecord(instance.recordId).map(({ id }) => id)])],
    { limit: MOST_ENTRIES, offset: 0 },
  );
  return {
    instanceId: instance.id,
    recordId: instance.recordId,
    title: instance.title,
    recordType: definition.recordType,
    process: definition.code,
    processTitle: definition.title,
    version: definition.version,
    business: definition.business,
    status: state.status,
    isOutside: state.isOutside,
    stage: state.stage,
    stageSince: state.stageSince,
    stages: definition.stages.map(({ code, title, kind, color }) => ({ code, title, kind, ...(color && { color }) })),
    owner: instance.owner === null ? '' : desk.people.nameOf(instance.owner),
    order: order === null ? null : { id: order.id, number: order.number },
    parent:
      parent === null
        ? null
        : { instanceId: parent.id, title: parent.title, processTitle: desk.definitionOf(parent)?.title ?? parent.code },
    related: [...new Map(related.map((each) => [each.id, each])).values()].map((each) => {
      const own = desk.definitionOf(each);
      const stage = own?.stages.find(({ code }) => code === each.stage)?.title ?? each.stage;
      return {
        instanceId: each.id,
        title: each.title,
        processTitle: own?.title ?? each.code,
        stage,
        status: each.status,
      };
    }),
    why: waitingOf(desk, definition, state),
    sections: sectionsOf(desk, definition, state),
    sets: recordSets(desk, definition, state),
    notEditable: best((actor) => editRefusals(definition, state, actor))
      .map(({ message }) => message)
      .join(' '),
    moves: state.status === 'finished' ? [] : movesOf(desk, definition, state, best),
    offers: standingOffers(definition, state).map(({ offer }) => ({
      task: offer,
      title: fillText(definition.tasks.find(({ code }) => code === offer)?.title ?? offer, state.fields, null),
      refusals: wire(best((actor) => offerRefusals(definition, state, offer, actor))),
    })),
    tasks: tasks.map((task) => desk.task(task, instance)),
    guidance: guidanceOf(definition, state),
    files: processes.files(ids).map(({ id, name, size, at }) => ({ id, name, size, at })),
    reports: processes
      .reports({ instanceIds: ids }, { limit: 50, offset: 0 })
      .items.map(({ id, title, at }) => ({ id, title, at })),
    messages: standingMessages(desk.stores, ids),
    timeline: desk.timeline(timeline.items),
  };
};

const waitingOf = (desk: Desk, definition: ProcessDefinition, state: ProcessState): Card['why'] => {
  const { sentence, action } = whyWaiting(definition, state, desk.now);
  return { sentence: withNames(sentence, desk.people.nameOf), action: actionView(desk, definition, state, action) };
};

const actionView = (
  desk: Desk,
  definition: ProcessDefinition,
  state: ProcessState,
  action: WaitingAction,
): Card['why']['action'] => {
  if (action.kind === 'none') return { kind: 'none' };
  if (action.kind === 'openTask') return { ...action, label: 'Открыть задачу' };
  const stage = definition.stages.find(({ code }) => code === action.to)?.title ?? action.to;
  return {
    kind: 'move',
    to: action.to,
    fields: fieldViews(definition, action.fields, state.fields, desk.people),
    label: action.fields.length > 0 ? 'Заполнить и перевести' : `Перевести на «${stage}»`,
  };
};

const movesOf = (
  desk: Desk,
  definition: ProcessDefinition,
  state: ProcessState,
  best: (
    ask: (actor: { readonly userId: string; readonly roles: readonly string[] }) => readonly Refusal[],
  ) => readonly Refusal[],
): Card['moves'] =>
  reachableByHand(definition, state.stage).map((code) => {
    const stage = requireDefined(
      definition.stages.find((each) => each.code === code),
      'a stage that is reached',
    );
    const refusals = best((actor) => moveRefusals(definition, state, code, actor, {}));
    const wanted = (stage.requires ?? []).map(({ field }) => field);
    const label =
      definition.transitions.find(({ to, title }) => to.includes(code) && title !== undefined)?.title ?? stage.title;
    const asked = [...new Set([...refusals.flatMap(({ fields }) => fields), ...wanted])];
    return {
      to: code,
      title: stage.title,
      label,
      refusals: wire(refusals),
      fields: fieldViews(definition, asked, state.fields, desk.people),
    };
  });

/** What the next stages ask for stands first, stage by stage; then whatever no stage asks for. */
const sectionsOf = (desk: Desk, definition: ProcessDefinition, { fields, stage }: ProcessState): Card['sections'] => {
  const at = Math.max(
    definition.stages.findIndex(({ code }) => code === stage),
    0,
  );
  const ordered = [...definition.stages.slice(at), ...definition.stages.slice(0, at)];
  const shown = new Set<string>();
  const sections = ordered.flatMap(({ title, requires = [] }) => {
    const codes = requires.map(({ field }) => field).filter((code) => !shown.has(code));
    for (const code of codes) shown.add(code);
    return codes.length === 0 ? [] : [{ title, fields: fieldViews(definition, codes, fields, desk.people) }];
  });
  const rest = ['number', 'responsible', ...definition.fields.map(({ code }) => code)].filter(
    (code) => !shown.has(code),
  );
  return [...sections, { title: 'Остальное', fields: fieldViews(definition, rest, fields, desk.people) }];
};

const guidanceOf = (definition: ProcessDefinition, { stage }: ProcessState): Card['guidance'] => {
  const guidance = definition.stages.find(({ code }) => code === stage)?.guidance;
  if (guidance === undefined) return null;
  return { text: guidance.text ?? '', documents: guidance.documents ?? [], handOver: guidance.handOver ?? [] };
};
