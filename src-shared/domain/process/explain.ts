import type { Condition, Scalar } from './definition-conditions.ts';
import type { Who } from './definition-actions.ts';
import type { FieldDefinition, ProcessDefinition } from './definition.ts';
import { chatName } from './outside-names.ts';

type Names = Pick<ProcessDefinition, 'fields' | 'stages' | 'tasks' | 'roles' | 'sets'>;

export const stageTitle = ({ stages }: Pick<Names, 'stages'>, code: string): string =>
  stages.find((stage) => stage.code === code)?.title ?? code;

/** Title of a task in general: without the places that are filled in for each («Отгрузка товара: {element}»). */
export const taskTitle = ({ tasks }: Pick<Names, 'tasks'>, code: string): string =>
  (tasks.find((task) => task.code === code)?.title ?? code).replaceAll(/[:,]?\s*\{[^}]+\}/gu, '');

/** Fields that every record has. */
const COMMON_LABELS: Readonly<Record<string, string>> = {
  number: 'Номер',
  responsible: 'Ответственный',
  title: 'Название',
};

/** Label of a field of the record, or of an element of its sets. */
export const fieldLabel = ({ fields, sets = [] }: Pick<Names, 'fields' | 'sets'>, code: string): string =>
  [...fields, ...sets.flatMap((set) => set.fields ?? [])].find((field) => field.code === code)?.label ??
  COMMON_LABELS[code] ??
  code;

const quoted = (texts: readonly string[]): string => texts.map((text) => `«${text}»`).join(', ');

const COMPARISON = { eq: 'равно', gt: 'больше', gte: 'не меньше', lt: 'меньше', lte: 'не больше' } as const;

const valueText = (field: FieldDefinition | undefined, value: Scalar): string => {
  if (value === null) return 'пусто';
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  const option = field?.options?.find(({ code }) => code === value);
  return option ? `«${option.label}»` : `«${value}»`;
};

/** A condition as a Russian phrase: «оплачено не меньше суммы», «закрыта задача …». */
export const explainCondition = (condition: Condition, names: Names): string => {
  if ('all' in condition) return joined(condition.all, names, ' и ');
  if ('any' in condition) return joined(condition.any, names, ' или ');
  if ('not' in condition) return denied(condition.not, names);
  if ('stage' in condition) return `стадия ${quoted(condition.stage.map((code) => stageTitle(names, code)))}`;
  if ('closed' in condition) {
    const titles = quoted(condition.closed.map((code) => taskTitle(names, code)));
    return condition.closed.length === 1 ? `закрыта задача ${titles}` : `закрыты задачи ${titles}`;
  }
  if ('open' in condition) return `открыта задача ${quoted(condition.open.map((code) => taskTitle(names, code)))}`;
  if ('result' in condition) return resultText(condition, names);
  if ('set' in condition) return setText(condition, names);
  return fieldText(condition, names);
};

const denied = (condition: Condition, names: Names): string => {
  if (!('open' in condition)) return `не выполняется: ${explainCondition(condition, names)}`;
  return `не осталось открытых задач ${quoted(condition.open.map((code) => taskTitle(names, code)))}`;
};

const joined = (conditions: readonly Condition[], names: Names, by: string): string =>
  conditions.map((each) => explainCondition(each, names)).join(by);

const resultText = ({ result, is }: Extract<Condition, { result: string }>, names: Names): string => {
  const task = names.tasks.find(({ code }) => code === result);
  const title = task?.results?.find(({ code }) => code === is)?.title ?? is;
  return `итог задачи ${quoted([taskTitle(names, result)])} – «${title}»`;
};

const setText = (condition: Extract<Condition, { set: string }>, names: Names): string => {
  const set = names.sets?.find(({ code }) => code === condition.set);
  const title = set?.title ?? condition.set;
  if ('isEmpty' in condition) return condition.isEmpty ? `«${title}»: ничего нет` : `«${title}»: что-нибудь есть`;
  const inside = { ...names, fields: [...(set?.fields ?? []), ...names.fields] };
  return 'every' in condition
    ? `«${title}», каждый: ${explainCondition(condition.every, inside)}`
    : `«${title}», хотя бы один: ${explainCondition(condition.some, inside)}`;
};

const fieldText = (condition: Extract<Condition, { field: string }>, names: Names): string => {
  const field = names.fields.find(({ code }) => code === condition.field);
  const label = `«${fieldLabel(names, condition.field)}»`;
  if ('filled' in condition) return condition.filled ? `заполнено ${label}` : `не заполнено ${label}`;
  if ('is' in condition) {
    const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
    return `${label} – ${wanted.map((value) => valueText(field, value)).join(' или ')}`;
  }
  const other = condition.with;
  const operand =
    typeof other === 'object' && other !== null ? `«${fieldLabel(names, other.field)}»` : valueText(field, other);
  return `${label} ${COMPARISON[condition.compare]} ${operand}`;
};

const PEOPLE = {
  responsible: 'ответственный',
  owner: 'владелец',
  creator: 'постановщик',
  previousOwner: 'прежний владелец',
  client: 'клиент',
  anyone: 'любой сотрудник',
} as const;

/** Whom a rule names, for a sentence: «менеджер», «ответственный». */
export const whoText = (who: Who, names: Pick<Names, 'roles' | 'fields' | 'sets'>): string => {
  if (typeof who === 'string') return PEOPLE[who];
  if ('role' in who) return names.roles.find(({ code }) => code === who.role)?.title ?? who.role;
  if ('chat' in who) return `чат «${chatName(who.chat)}»`;
  if ('field' in who) return `«${fieldLabel(names, who.field)}»`;
  return `ответственные: «${names.sets?.find(({ code }) => code === who.everyOf)?.title ?? who.everyOf}»`;
};
