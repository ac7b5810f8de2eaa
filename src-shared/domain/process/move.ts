import { holds, isFilled, type View } from './condition.ts';
import type { ProcessDefinition, Stage, Transition } from './definition.ts';
import type { Refusal } from './events.ts';
import { explainCondition, fieldLabel, stageTitle, whoText } from './explain.ts';
import type { Actor, Fields, ProcessState } from './state.ts';
import { isAllowed } from './targets.ts';

const isFinal = ({ kind }: Stage): boolean => kind === 'success' || kind === 'fail';

/** Statuses that no transition of the definition names (MSK-09). */
const unselectedOf = ({ stages, transitions }: ProcessDefinition): readonly string[] => {
  const named = new Set(transitions.flatMap(({ from, to }) => (typeof from === 'string' ? to : [...from, ...to])));
  return stages.map(({ code }) => code).filter((code) => !named.has(code));
};

const leavesFrom = (definition: ProcessDefinition, { from }: Transition, stage: string): boolean => {
  if (from === 'unselected') return unselectedOf(definition).includes(stage);
  if (from !== 'any') return from.includes(stage);
  const current = definition.stages.find(({ code }) => code === stage);
  return current === undefined || !isFinal(current);
};

/** The transitions by hand that begin at the stage. */
export const transitionsFrom = (definition: ProcessDefinition, stage: string): readonly Transition[] =>
  definition.transitions.filter((transition) => leavesFrom(definition, transition, stage));

/** Stages that may be reached by hand from this one, each once, in the order of the definition. */
export const reachableByHand = (definition: ProcessDefinition, stage: string): readonly string[] => {
  const targets = new Set(transitionsFrom(definition, stage).flatMap(({ to }) => to));
  return definition.stages.map(({ code }) => code).filter((code) => code !== stage && targets.has(code));
};

/** Fields that the stage wants and that are empty. */
export const missingFields = (stage: Stage, view: View): readonly string[] =>
  (stage.requires ?? [])
    .filter(({ field, when }) => (when === undefined || holds(when, view)) && !isFilled(view.fields[field]))
    .map(({ field }) => field);

const fieldsRefusal = (definition: ProcessDefinition, stage: Stage, missing: readonly string[]): Refusal => ({
  code: 'process.fieldsMissing',
  message: `Чтобы перейти на «${stage.title}», заполните: ${missing.map((code) => `«${fieldLabel(definition, code)}»`).join(', ')}.`,
  fields: missing,
});

const plain = (code: string, message: string): Refusal => ({ code, message, fields: [] });

/** Why a person may not make this move now; empty when he may. `fields` come with the wish and count as filled in. */
export const moveRefusals = (
  definition: ProcessDefinition,
  state: ProcessState,
  to: string,
  by: Actor,
  fields: Fields,
): readonly Refusal[] => {
  const stage = definition.stages.find(({ code }) => code === to);
  if (stage === undefined) return [plain('process.unknownStage', `Стадии «${to}» в этом процессе нет.`)];
  const ways = transitionsFrom(definition, state.stage).filter((transition) => transition.to.includes(to));
  if (ways.length === 0) return [plain('process.noTransition', noWayText(definition, state.stage, stage))];
  const allowed = ways.filter(({ who }) => isAllowed(who, by, state));
  if (allowed.length === 0) {
    const people = [...new Set(ways.flatMap(({ who }) => who.map((each) => whoText(each, definition))))];
    return [plain('process.notYours', `Перевести на «${stage.title}» может: ${people.join(', ')}.`)];
  }
  const view: View = { ...state, fields: { ...state.fields, ...fields }, definition };
  const unmet = allowed.filter(({ when }) => when !== undefined && !holds(when, view));
  const refusals: Refusal[] = [];
  if (unmet.length === allowed.length) {
    const [first] = unmet;
    const wanted = first?.when === undefined ? '' : explainCondition(first.when, definition);
    refusals.push(plain('process.guard', `Переход на «${stage.title}» откроется, когда: ${wanted}.`));
  }
  const missing = missingFields(stage, view);
  if (missing.length > 0) refusals.push(fieldsRefusal(definition, stage, missing));
  return refusals;
};

const noWayText = (definition: ProcessDefinition, from: string, to: Stage): string => {
  const others = reachableByHand(definition, from).map((code) => `«${stageTitle(definition, code)}»`);
  const way = others.length === 0 ? 'вручную отсюда перейти некуда' : `можно: ${others.join(', ')}`;
  return `Со стадии «${stageTitle(definition, from)}» на «${to.title}» перейти нельзя; ${way}.`;
};
