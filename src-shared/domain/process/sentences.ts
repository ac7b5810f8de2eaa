import type { Action, Who } from './definition-actions.ts';
import type { ProcessDefinition, Rule } from './definition.ts';
import { explainCondition, fieldLabel, stageTitle, taskTitle, whoText } from './explain.ts';

export type StageSentences = { readonly stage: string; readonly texts: readonly string[] };

const people = (who: readonly Who[], definition: ProcessDefinition): string =>
  [...new Set(who.map((each) => whoText(each, definition)))].join(', ');

const actionText = (action: Action, definition: ProcessDefinition): string => {
  if ('task' in action) return `поставить задачу «${taskTitle(definition, action.task)}»`;
  if ('offer' in action)
    return `предложить задачу «${taskTitle(definition, action.offer)}»: ${people(action.to, definition)}`;
  if ('cancelTasks' in action)
    return `снять задачи: ${action.cancelTasks.map((code) => `«${taskTitle(definition, code)}»`).join(', ')}`;
  if ('move' in action) return `перевести на «${stageTitle(definition, action.move)}»`;
  if ('set' in action)
    return `заполнить: ${Object.keys(action.set)
      .map((code) => `«${fieldLabel(definition, code)}»`)
      .join(', ')}`;
  if ('notify' in action) return `сообщить (${people(action.notify, definition)}): «${action.text}»`;
  if ('message' in action) return `написать (${whoText(action.message, definition)}): «${action.text}»`;
  if ('comment' in action) return `записать в ленту: «${action.comment}»`;
  if ('document' in action) return `сформировать документ ${action.document}`;
  if ('report' in action) return `снять отчёт «${action.title}»`;
  if ('create' in action) return 'создать связанную запись';
  if ('copyTo' in action) return `оставить копию на «${stageTitle(definition, action.copyTo)}»`;
  if ('start' in action) return 'запустить связанный процесс';
  if ('send' in action) return 'сообщить связанным процессам';
  if ('owner' in action) return `передать запись: ${whoText(action.owner, definition)}`;
  return 'lookUp' in action ? 'найти в справочнике' : 'назначить ответственного по загрузке';
};

const triggerText = ({ on }: Rule, definition: ProcessDefinition): string => {
  if ('start' in on) return 'При запуске';
  if ('enter' in on) return `При переходе на «${stageTitle(definition, on.enter)}»`;
  if ('leave' in on) return `При уходе с «${stageTitle(definition, on.leave)}»`;
  if ('created' in on) return `Когда поставлена задача «${taskTitle(definition, on.created)}»`;
  if ('closed' in on) {
    const result = definition.tasks
      .find(({ code }) => code === on.closed)
      ?.results?.find(({ code }) => code === on.result)?.title;
    const outcome = result === undefined ? '' : ` с итогом «${result}»`;
    return `Когда закрыта задача «${taskTitle(definition, on.closed)}»${outcome}`;
  }
  if ('allClosed' in on)
    return `Когда закрыты все: ${on.allClosed.map((code) => `«${taskTitle(definition, code)}»`).join(', ')}`;
  if ('becomes' in on) return `Как только ${explainCondition(on.becomes, definition)}`;
  if ('timer' in on) return 'По времени';
  return on.what === undefined ? 'Когда приходит событие' : `Когда ${on.what}`;
};

/** One rule as people say it. */
const ruleText = (rule: Rule, definition: ProcessDefinition): string => {
  const when = rule.when === undefined ? '' : `, если ${explainCondition(rule.when, definition)}`;
  return `${triggerText(rule, definition)}${when}: ${rule.do.map((action) => actionText(action, definition)).join('; ')}.`;
};

const stageOf = ({ on, when }: Rule): string | null => {
  if ('enter' in on) return on.enter;
  if ('leave' in on) return on.leave;
  for (const each of ['becomes' in on ? on.becomes : undefined, when]) {
    const named = each === undefined ? [] : 'stage' in each ? each.stage : [];
    if (named.length === 1) return named[0] ?? null;
  }
  return null;
};

/** Transitions, required fields and rules of a definition as Russian sentences by stage; what belongs to no stage comes last. */
export const sentencesOf = (definition: ProcessDefinition): readonly StageSentences[] => {
  const rulesOf = (code: string | null): readonly string[] =>
    definition.rules.filter((rule) => stageOf(rule) === code).map((rule) => ruleText(rule, definition));
  const byStage = definition.stages.map(({ code, title, requires = [] }) => ({
    stage: title,
    texts: [
      ...requires.map(({ field, when }) => {
        const condition = when === undefined ? '' : `, если ${explainCondition(when, definition)}`;
        return `Для перехода сюда нужно поле «${fieldLabel(definition, field)}»${condition}.`;
      }),
      ...definition.transitions
        .filter(({ from }) => from === 'any' || from.includes(code))
        .map(({ to, who, when }) => {
          const targets = to.map((target) => `«${stageTitle(definition, target)}»`).join(', ');
          const condition = when === undefined ? '' : `, когда ${explainCondition(when, definition)}`;
          return `На ${targets} переводит ${people(who, definition)}${condition}.`;
        }),
      ...rulesOf(code),
    ],
  }));
  const others = rulesOf(null);
  return others.length === 0 ? byStage : [...byStage, { stage: '', texts: others }];
};
