import { capitalize } from '../../kernel/text.ts';
import { DOCUMENT_KINDS } from '../document/document.ts';
import { titleOf } from '../document/titles.ts';
import type { Action, Assignee, Value } from './definition-actions.ts';
import type { ProcessDefinition, Rule, TaskDefinition, Transition, Trigger } from './definition.ts';
import { dueText, timerText } from './due-text.ts';
import { eventName, recordTypeName, registerName } from './outside-names.ts';
import { explainCondition, fieldLabel, stageTitle, taskTitle, whoText } from './explain.ts';
import { withOptional } from './targets.ts';

const quoted = (titles: readonly string[]): string => titles.map((title) => `«${title}»`).join(', ');

/** Who does a task, for a sentence: «менеджер»; «тот, кто указан в поле …» for a choice. */
export const assigneeText = (assignee: Assignee, definition: ProcessDefinition): string => {
  if (typeof assignee === 'object' && 'ofElement' in assignee)
    return `«${fieldLabel(definition, assignee.ofElement)}» каждого`;
  if (typeof assignee === 'object' && 'by' in assignee) {
    const people = [...new Set(Object.values(assignee.map).map((who) => whoText(who, definition)))];
    return `${people.join(' или ')} по полю «${fieldLabel(definition, assignee.by)}»`;
  }
  return whoText(assignee, definition);
};

/** A task in words: who does it and until when. */
const taskSentence = (task: TaskDefinition, definition: ProcessDefinition): string => {
  const people = [task.assignee, ...(task.coAssignees ?? [])].map((each) => assigneeText(each, definition)).join(' и ');
  const set = definition.sets?.find(({ code }) => code === task.forEach);
  return [
    `«${taskTitle(definition, task.code)}» (${people})`,
    set === undefined ? '' : `на каждого из «${set.title}»`,
    task.due === undefined ? '' : `срок: ${dueText(task.due, definition)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
};

/** Titles of other processes, which a rule knows by their codes. */
export type ProcessTitle = (code: string) => string;

const valueText = (value: Value, definition: ProcessDefinition): string => {
  if (value === null) return 'пусто';
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value !== 'object') return String(value);
  if ('field' in value) return `как в поле «${fieldLabel(definition, value.field)}»`;
  if ('payload' in value) return 'что пришло с событием';
  return 'today' in value ? 'сегодня' : 'этот момент';
};

/** What a message fills in stands as the name of its field: «Заявка [Номер] загружена». */
const withLabels = (text: string, definition: ProcessDefinition): string =>
  withOptional(text).replaceAll(/\{([^}]+)\}/gu, (_, code: string) =>
    code === 'element' ? '[название]' : `[${fieldLabel(definition, code)}]`,
  );

const SEND_TO = {
  parent: 'родительской записи',
  children: 'дочерним записям',
  linked: 'связанным записям',
  set: 'всем записям набора',
} as const;

const actionText = (action: Action, definition: ProcessDefinition, processTitle: ProcessTitle): string => {
  const who = (people: readonly Parameters<typeof whoText>[0][]): string =>
    people.map((each) => whoText(each, definition)).join(', ');
  if ('task' in action) {
    const task = definition.tasks.find(({ code }) => code === action.task);
    return `поставить задачу ${task === undefined ? `«${action.task}»` : taskSentence(task, definition)}`;
  }
  if ('offer' in action) return `предложить задачу «${taskTitle(definition, action.offer)}» (${who(action.to)})`;
  if ('cancelTasks' in action)
    return `снять задачи ${quoted(action.cancelTasks.map((code) => taskTitle(definition, code)))}`;
  if ('move' in action) return `перевести на «${stageTitle(definition, action.move)}»`;
  if ('set' in action) {
    const values = Object.entries(action.set).map(
      ([code, value]) => `«${fieldLabel(definition, code)}» – ${valueText(value, definition)}`,
    );
    return `записать ${values.join(', ')}`;
  }
  if ('notify' in action) return `сообщить (${who(action.notify)}): «${withLabels(action.text, definition)}»`;
  if ('message' in action)
    return `подготовить сообщение (${who([action.message])}): «${withLabels(action.text, definition)}»`;
  if ('comment' in action) return `написать в ленту: «${withLabels(action.comment, definition)}»`;
  if ('document' in action) return `сформировать документ «${documentName(action.document)}»`;
  if ('report' in action) return `сделать отчёт «${action.title}»`;
  if ('create' in action) return `создать запись: ${recordTypeName(action.create)}`;
  if ('copyTo' in action) return `скопировать запись на «${stageTitle(definition, action.copyTo)}»`;
  if ('start' in action) return `запустить процесс «${processTitle(action.start)}»`;
  if ('send' in action) return `передать ${SEND_TO[action.to]}: «${eventName(action.send)}»`;
  if ('owner' in action) return `назначить ответственным: ${who([action.owner])}`;
  if ('lookUp' in action) return `найти в справочнике «${registerName(action.lookUp)}»`;
  return 'распределить по загрузке';
};

const documentName = (code: string): string => {
  const kind = DOCUMENT_KINDS.find((known) => known === code);
  return kind === undefined ? code : titleOf(kind);
};

const triggerText = (on: Trigger, definition: ProcessDefinition): string => {
  if ('start' in on) return 'когда процесс начался';
  if ('enter' in on) return `когда запись пришла на «${stageTitle(definition, on.enter)}»`;
  if ('leave' in on) return `когда запись ушла с «${stageTitle(definition, on.leave)}»`;
  if ('created' in on) return `когда поставлена задача «${taskTitle(definition, on.created)}»`;
  if ('closed' in on) {
    const task = definition.tasks.find(({ code }) => code === on.closed);
    const result = task?.results?.find(({ code }) => code === on.result)?.title;
    const end = result === undefined ? '' : ` с итогом «${result}»`;
    return `когда закрыта задача «${taskTitle(definition, on.closed)}»${end}`;
  }
  if ('allClosed' in on)
    return `когда закрыты все задачи ${quoted(on.allClosed.map((code) => taskTitle(definition, code)))}`;
  if ('becomes' in on) return `как только ${explainCondition(on.becomes, definition)}`;
  if ('timer' in on) {
    const timer = definition.timers?.find(({ code }) => code === on.timer);
    return `по часам (${timer === undefined ? on.timer : timerText(timer, definition)})`;
  }
  return `когда ${on.what ?? `стало известно: «${eventName(on.event)}»`}`;
};

/** A rule as one Russian sentence: when, if, what is done (D7, product.md §7.6). */
export const ruleSentence = (
  { on, when, do: actions }: Rule,
  definition: ProcessDefinition,
  processTitle: ProcessTitle = (code) => code,
): string => {
  const condition = when === undefined ? '' : `, если ${explainCondition(when, definition)}`;
  return `${capitalize(triggerText(on, definition))}${condition}: ${actions
    .map((action) => actionText(action, definition, processTitle))
    .join('; ')}.`;
};

/** A move by hand as a sentence: from where, where to, who may, and when. */
export const transitionSentence = ({ from, to, who, when }: Transition, definition: ProcessDefinition): string => {
  const start =
    from === 'any'
      ? 'С любой незавершённой стадии'
      : from === 'unselected'
        ? 'Со стадий, которых нет ни в одном переходе,'
        : `С ${quoted(from.map((code) => stageTitle(definition, code)))}`;
  const targets = quoted(to.map((code) => stageTitle(definition, code)));
  const people = who.map((each) => whoText(each, definition)).join(', ');
  const condition = when === undefined ? '' : `, если ${explainCondition(when, definition)}`;
  return `${start} на ${targets} переводит ${people}${condition}.`;
};

/** The stage a rule is about; null for one that works everywhere. */
export const stageOfRule = (rule: Rule, definition: ProcessDefinition): string | null =>
  stageOf(rule, definition, new Set());

const stageOf = ({ code, on, when }: Rule, definition: ProcessDefinition, seen: Set<string>): string | null => {
  if (seen.has(code)) return null;
  seen.add(code);
  if ('enter' in on) return on.enter;
  if ('leave' in on) return on.leave;
  for (const condition of [when, 'becomes' in on ? on.becomes : undefined].flatMap((each) => each ?? [])) {
    const all = 'all' in condition ? condition.all : [condition];
    const named = all.flatMap((each) => ('stage' in each ? each.stage : []))[0];
    if (named !== undefined) return named;
  }
  if ('timer' in on) return definition.timers?.find((each) => each.code === on.timer)?.during?.[0] ?? null;
  if ('start' in on) return definition.stages.find(({ kind }) => kind === 'initial')?.code ?? null;
  const task =
    'closed' in on ? on.closed : 'allClosed' in on ? on.allClosed[0] : 'created' in on ? on.created : undefined;
  const maker = definition.rules.find(({ do: actions }) =>
    actions.some(
      (action) => ('task' in action && action.task === task) || ('offer' in action && action.offer === task),
    ),
  );
  return task === undefined || maker === undefined ? null : stageOf(maker, definition, seen);
};
