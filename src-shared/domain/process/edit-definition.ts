import type { Assignee, Who } from './definition-actions.ts';
import type { Due } from './definition-due.ts';
import type { ProcessDefinition, Stage, Transition } from './definition.ts';

/** Changes an editor makes, each a new definition; the one that was given stays as it is. */

const withStages = (definition: ProcessDefinition, stages: Stage[]): ProcessDefinition => ({ ...definition, stages });

export const changeStage = (
  definition: ProcessDefinition,
  code: string,
  change: Partial<Pick<Stage, 'title' | 'color' | 'kind' | 'guidance'>>,
): ProcessDefinition =>
  withStages(
    definition,
    definition.stages.map((stage) => (stage.code === code ? { ...stage, ...change } : stage)),
  );

/** A step up or down; at the edge nothing changes. */
export const shiftStage = (definition: ProcessDefinition, code: string, by: -1 | 1): ProcessDefinition => {
  const from = definition.stages.findIndex((stage) => stage.code === code);
  const stage = definition.stages[from];
  const to = from + by;
  if (stage === undefined || to < 0 || to >= definition.stages.length) return definition;
  const rest = definition.stages.filter((each) => each !== stage);
  return withStages(definition, [...rest.slice(0, to), stage, ...rest.slice(to)]);
};

/** A code that no stage has. */
export const freeStageCode = ({ stages }: Pick<ProcessDefinition, 'stages'>): string => {
  for (let number = stages.length + 1; ; number += 1)
    if (stages.every(({ code }) => code !== `stage-${number}`)) return `stage-${number}`;
};

/** A working stage after the given one. */
export const addStage = (
  definition: ProcessDefinition,
  after: string,
  code: string,
  title: string,
): ProcessDefinition => {
  const at = definition.stages.findIndex((stage) => stage.code === after) + 1;
  return withStages(definition, [
    ...definition.stages.slice(0, at),
    { code, title, kind: 'working' },
    ...definition.stages.slice(at),
  ]);
};

/** The stage with the moves by hand that lead to it or from it; rules about it stay, and the checker names them. */
export const removeStage = (definition: ProcessDefinition, code: string): ProcessDefinition => ({
  ...definition,
  stages: definition.stages.filter((stage) => stage.code !== code),
  transitions: definition.transitions.flatMap((transition) => {
    const to = transition.to.filter((each) => each !== code);
    const from =
      typeof transition.from === 'string' ? transition.from : transition.from.filter((each) => each !== code);
    return to.length === 0 || from.length === 0 ? [] : [{ ...transition, from, to }];
  }),
});

export const switchRule = (definition: ProcessDefinition, code: string, isOn: boolean): ProcessDefinition => ({
  ...definition,
  rules: definition.rules.map((rule) => {
    if (rule.code !== code) return rule;
    const { isOff: _, ...rest } = rule;
    return isOn ? rest : { ...rest, isOff: true };
  }),
});

/** Null takes the due date away. */
export const changeTask = (
  definition: ProcessDefinition,
  code: string,
  change: { readonly title?: string; readonly assignee?: Assignee; readonly due?: Due | null },
): ProcessDefinition => ({
  ...definition,
  tasks: definition.tasks.map((task) => {
    if (task.code !== code) return task;
    const { due, ...rest } = { ...task, ...change };
    return due === null || due === undefined ? rest : { ...rest, due };
  }),
});

/** Makes a field required on entry to the stage, or no longer. A condition that it had is kept only while it is required. */
export const requireField = (
  definition: ProcessDefinition,
  stage: string,
  field: string,
  isRequired: boolean,
): ProcessDefinition =>
  withStages(
    definition,
    definition.stages.map((each) => {
      if (each.code !== stage) return each;
      const { requires = [], ...rest } = each;
      const others = requires.filter((one) => one.field !== field);
      const next = isRequired ? [...others, requires.find((one) => one.field === field) ?? { field }] : others;
      return next.length === 0 ? rest : { ...rest, requires: next };
    }),
  );

const isFinal = ({ kind }: Stage): boolean => kind === 'success' || kind === 'fail';

/** Stages a transition begins on, «any» spelled out. */
const startsOf = ({ from }: Transition, { stages }: ProcessDefinition): readonly string[] => {
  if (from === 'any') return stages.filter((stage) => !isFinal(stage)).map(({ code }) => code);
  return from === 'unselected' ? [] : from;
};

/** The transition that lets this move be made by hand; undefined when none does. */
export const transitionBetween = (definition: ProcessDefinition, from: string, to: string): Transition | undefined =>
  definition.transitions.find(
    (transition) => transition.to.includes(to) && startsOf(transition, definition).includes(from),
  );

/** Lets these people move a record from one stage to another by hand. */
export const allowMove = (
  definition: ProcessDefinition,
  from: string,
  to: string,
  who: readonly Who[],
): ProcessDefinition => {
  if (transitionBetween(definition, from, to) !== undefined) return definition;
  return { ...definition, transitions: [...definition.transitions, { from: [from], to: [to], who: [...who] }] };
};

/** Takes one move away and leaves the others of the same transition; «from any» becomes a list without that stage. */
export const forbidMove = (definition: ProcessDefinition, from: string, to: string): ProcessDefinition => ({
  ...definition,
  transitions: definition.transitions.flatMap((transition) => {
    const starts = startsOf(transition, definition);
    if (!starts.includes(from) || !transition.to.includes(to)) return [transition];
    const others = starts.filter((code) => code !== from);
    const targets = transition.to.filter((code) => code !== to);
    return [
      ...(others.length === 0 ? [] : [{ ...transition, from: others }]),
      ...(targets.length === 0 ? [] : [{ ...transition, from: [from], to: targets }]),
    ];
  }),
});

/** Who may make the move: the transition is split, so that its other moves keep their people. */
export const changeMovers = (
  definition: ProcessDefinition,
  from: string,
  to: string,
  who: readonly Who[],
): ProcessDefinition => {
  const known = transitionBetween(definition, from, to);
  if (known === undefined || who.length === 0) return definition;
  const without = forbidMove(definition, from, to);
  return { ...without, transitions: [...without.transitions, { ...known, from: [from], to: [to], who: [...who] }] };
};
