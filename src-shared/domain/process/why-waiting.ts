import { formatDate } from '../../kernel/date.ts';
import { holds, isFilled, lastBatchOf, type View } from './condition.ts';
import type { Assignee } from './definition-actions.ts';
import { activeRules, type Condition, type ProcessDefinition, type Rule } from './definition.ts';
import { elementOf } from './element.ts';
import { explainCondition, fieldLabel, stageTitle, whoText } from './explain.ts';
import { clockOf, dayOf, minutesBetween, type LocalTime } from './local-time.ts';
import { missingFields, transitionsFrom } from './move.ts';
import { printedFields } from './printed.ts';
import type { ProcessState } from './state.ts';
import { fillText } from './targets.ts';
import { nextWake } from './timers.ts';

/** What a person can do about it: the button beside the sentence. */
export type WaitingAction =
  | { readonly kind: 'openTask'; readonly taskId: string }
  | { readonly kind: 'move'; readonly to: string; readonly fields: readonly string[] }
  | { readonly kind: 'none' };

export type Waiting = { readonly sentence: string; readonly action: WaitingAction };

const nothing = (sentence: string): Waiting => ({ sentence, action: { kind: 'none' } });

const momentText = (moment: LocalTime): string => `${formatDate(dayOf(moment)).slice(0, 5)} ${clockOf(moment)}`;

const lateText = (due: LocalTime, now: LocalTime): string => {
  const minutes = minutesBetween(due, now);
  if (minutes <= 0) return `срок ${momentText(due)}`;
  const days = Math.floor(minutes / 1_440);
  return `срок был ${momentText(due)}${days > 0 ? `, просрочено дней: ${days}` : ''}`;
};

const assigneeText = (assignee: Assignee, definition: ProcessDefinition): string => {
  if (typeof assignee === 'object' && 'ofElement' in assignee) {
    const field = (definition.sets ?? [])
      .flatMap(({ fields }) => fields ?? [])
      .find(({ code }) => code === assignee.ofElement);
    return (field?.label ?? fieldLabel(definition, assignee.ofElement)).toLowerCase();
  }
  if (typeof assignee === 'object' && 'by' in assignee) {
    return [...new Set(Object.values(assignee.map).map((who) => whoText(who, definition)))].join(' или ');
  }
  return whoText(assignee, definition);
};

/**
 * «Почему стоит»: one true sentence about any record, computed from the definition and the state, with what can be done about it.
 * First the work that holds it, then the move that somebody may make, then the facts this stage waits for, then moves that are
 * still shut, then other facts, then clocks and fields that clocks count from.
 */
export const whyWaiting = (definition: ProcessDefinition, state: ProcessState, now: LocalTime): Waiting => {
  if (state.status === 'finished') return nothing(`Завершено: «${stageTitle(definition, state.stage)}».`);
  const view: View = { ...state, definition };
  return (
    byTask(definition, state, view, now) ??
    byMove(definition, state, view, 'open') ??
    byFact(definition, state, view, isOf) ??
    byMove(definition, state, view, 'guarded') ??
    byFact(definition, state, view, isAbout) ??
    byClock(state) ??
    byEmptyField(definition, state) ??
    nothing(`Со стадии «${stageTitle(definition, state.stage)}» дальше пути нет: покажите её администратору.`)
  );
};

const byTask = (definition: ProcessDefinition, state: ProcessState, view: View, now: LocalTime): Waiting | null => {
  const open = state.tasks.filter(({ status, code }) => {
    const task = definition.tasks.find((each) => each.code === code);
    // What the definition does not name holds nothing up.
    return status === 'open' && task !== undefined && task.isBackground !== true;
  });
  const [first] = open.toSorted((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1));
  const task = definition.tasks.find(({ code }) => code === first?.code);
  if (first === undefined || task === undefined) return null;
  const parts = [
    `Ждём задачу «${fillText(task.title, printedFields(definition.fields, state.fields), elementOf(state, task, first))}»`,
  ];
  const batch = lastBatchOf(state.tasks, first.code);
  const left = batch.filter(({ status }) => status === 'open').length;
  if (batch.length > 1) parts.push(`осталось ${left} из ${batch.length}`);
  parts.push(`делает ${assigneeText(task.assignee, definition)}`);
  if (first.dueAt !== null) parts.push(lateText(first.dueAt, now));
  const guard = task.closing?.when;
  const own: View = { ...view, fields: { ...view.fields, ...elementOf(state, task, first)?.fields } };
  const proof =
    guard !== undefined && !holds(guard, own) ? `; закроется, когда: ${explainCondition(guard, definition)}` : '';
  const others = new Set(open.map(({ code }) => code)).size - 1;
  const more = others > 0 ? ` И ещё задач: ${others}.` : '';
  return { sentence: `${parts.join(', ')}${proof}.${more}`, action: { kind: 'openTask', taskId: first.id } };
};

const byMove = (
  definition: ProcessDefinition,
  state: ProcessState,
  view: View,
  which: 'open' | 'guarded',
): Waiting | null => {
  const ways = transitionsFrom(definition, state.stage).flatMap((transition) =>
    transition.to.flatMap((code) => {
      const stage = definition.stages.find((each) => each.code === code);
      return stage === undefined || stage.kind === 'fail' || code === state.stage ? [] : [{ transition, stage }];
    }),
  );
  const opened = ways.filter(({ transition }) => transition.when === undefined || holds(transition.when, view));
  const chosen = which === 'open' ? opened[0] : ways[0];
  if (chosen === undefined) return null;
  const { transition, stage } = chosen;
  const people = transition.who.map((who) => whoText(who, definition)).join(', ');
  if (opened.length === 0 && transition.when !== undefined) {
    return nothing(
      `Переход на «${stage.title}» откроется, когда: ${explainCondition(transition.when, definition)}. Переводит ${people}.`,
    );
  }
  const missing = missingFields(stage, view);
  const action: WaitingAction = { kind: 'move', to: stage.code, fields: missing };
  if (missing.length > 0) {
    const labels = missing.map((code) => `«${fieldLabel(definition, code)}»`).join(', ');
    return { sentence: `Для перехода на «${stage.title}» не заполнено: ${labels}. Переводит ${people}.`, action };
  }
  const targets = [...new Set(opened.map((way) => `«${way.stage.title}»`))].join(' или ');
  return { sentence: `Всё готово: перевести на ${targets} может ${people}.`, action };
};

/** A rule that leads on; nobody waits for a refusal. */
const movesOn = ({ stages }: ProcessDefinition, { do: actions }: Rule): boolean =>
  actions.some(
    (action) => 'move' in action && stages.some(({ code, kind }) => code === action.move && kind !== 'fail'),
  );

const byFact = (
  definition: ProcessDefinition,
  state: ProcessState,
  view: View,
  isMeant: (rule: Rule, stage: string) => boolean,
): Waiting | null => {
  const rules = activeRules(definition).filter((rule) => movesOn(definition, rule) && isMeant(rule, state.stage));
  for (const { on, when } of rules) {
    if (!('becomes' in on) || holds(on.becomes, view)) continue;
    if (when !== undefined && !holds(when, view)) continue;
    return nothing(`Ждём, когда: ${explainCondition(withoutStage(on.becomes), definition)}.`);
  }
  const [event] = rules.flatMap(({ on }) => ('event' in on ? [on] : []));
  if (event === undefined) return null;
  if (event.what !== undefined) return nothing(`Ждём, когда ${event.what}.`);
  return nothing('Ждём события снаружи: его принесёт обмен с CRM или сотрудник.');
};

/** The stage is known to whoever reads the sentence. */
const withoutStage = (condition: Condition): Condition =>
  'all' in condition ? { all: condition.all.filter((each) => !('stage' in each)) } : condition;

const stagesNamed = ({ on, when }: Rule): readonly (readonly string[])[] =>
  [when, 'becomes' in on ? on.becomes : undefined]
    .flatMap((each) => each ?? [])
    .flatMap((each) => ('all' in each ? each.all : [each]))
    .flatMap((each) => ('stage' in each ? [each.stage] : []));

/** A rule that names stages and not this one is about another time. */
const isAbout = (rule: Rule, stage: string): boolean => stagesNamed(rule).every((stages) => stages.includes(stage));

/** A rule that names this stage. */
const isOf = (rule: Rule, stage: string): boolean => stagesNamed(rule).length > 0 && isAbout(rule, stage);

const byClock = (state: ProcessState): Waiting | null => {
  const wake = nextWake(state);
  return wake === null ? null : nothing(`Ждём до ${momentText(wake)}: тогда процесс продолжится сам.`);
};

/** A clock of this stage that cannot be wound: the field that it counts from is empty. */
const byEmptyField = (definition: ProcessDefinition, { stage, fields }: ProcessState): Waiting | null => {
  const codes = (definition.timers ?? [])
    .filter(({ during }) => during === undefined || during.includes(stage))
    .flatMap(({ due, repeat }) => [
      ...('field' in due ? [due.field] : []),
      ...(repeat !== undefined && 'by' in repeat ? [repeat.by] : []),
    ]);
  const empty = codes.find((code) => !isFilled(fields[code]));
  if (empty === undefined) return null;
  return nothing(`Ждём, когда заполнят «${fieldLabel(definition, empty)}»: от этого поля идут часы процесса.`);
};
