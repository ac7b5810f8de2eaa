import type { Condition, Operand, Scalar } from './definition-conditions.ts';
import type { Fields, FieldValue, ProcessState, TaskState } from './state.ts';
import type { ProcessDefinition } from './definition.ts';

/** What a condition looks at. */
export type View = Pick<ProcessState, 'fields' | 'sets' | 'stage' | 'tasks'> & {
  readonly definition: Pick<ProcessDefinition, 'tasks'>;
};

export const isFilled = (value: FieldValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The last tasks of that code: those of one batch, whatever became of them. */
export const lastBatchOf = (tasks: readonly TaskState[], code: string): readonly TaskState[] => {
  const own = tasks.filter((task) => task.code === code);
  const batch = Math.max(...own.map((task) => task.batch), 0);
  return own.filter((task) => task.batch === batch);
};

/** Is the last batch of the code done: something was made, all of it closed, none with a negative result? */
export const isBatchDone = ({ tasks, definition }: Pick<View, 'tasks' | 'definition'>, code: string): boolean => {
  const batch = lastBatchOf(tasks, code).filter(({ status }) => status !== 'cancelled');
  const results = definition.tasks.find((task) => task.code === code)?.results ?? [];
  const isReturn = (result: string | null): boolean => results.find((each) => each.code === result)?.returns === true;
  return batch.length > 0 && batch.every(({ status, result }) => status === 'closed' && !isReturn(result));
};

const operandOf = (operand: Operand, fields: Fields): FieldValue | undefined =>
  typeof operand === 'object' && operand !== null ? fields[operand.field] : operand;

/** Numbers by size, texts (dates and moments among them) by their letters; nothing compares with nothing. */
const compareValues = (left: FieldValue | undefined, right: FieldValue | undefined): number | null => {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right);
  return null;
};

const PASSES = {
  eq: (order: number): boolean => order === 0,
  gt: (order: number): boolean => order > 0,
  gte: (order: number): boolean => order >= 0,
  lt: (order: number): boolean => order < 0,
  lte: (order: number): boolean => order <= 0,
};

const isOneOf = (value: FieldValue | undefined, wanted: Scalar | readonly Scalar[]): boolean =>
  (Array.isArray(wanted) ? wanted : [wanted]).some((each) => each === (value ?? null));

/** Does the condition hold? Absent fields are empty; an empty set has no element that breaks «every» and none that makes «some» true. */
export const holds = (condition: Condition, view: View): boolean => {
  if ('all' in condition) return condition.all.every((each) => holds(each, view));
  if ('any' in condition) return condition.any.some((each) => holds(each, view));
  if ('not' in condition) return !holds(condition.not, view);
  if ('stage' in condition) return condition.stage.includes(view.stage);
  if ('closed' in condition) return condition.closed.every((code) => isBatchDone(view, code));
  if ('open' in condition)
    return condition.open.some((code) => view.tasks.some((task) => task.code === code && task.status === 'open'));
  if ('result' in condition)
    return lastBatchOf(view.tasks, condition.result).some(({ result }) => result === condition.is);
  if ('set' in condition) return holdsOfSet(condition, view);
  return holdsOfField(condition, view.fields);
};

const holdsOfSet = (condition: Extract<Condition, { set: string }>, view: View): boolean => {
  const elements = view.sets[condition.set] ?? [];
  if ('isEmpty' in condition) return (elements.length === 0) === condition.isEmpty;
  const test = 'every' in condition ? condition.every : condition.some;
  const passes = elements.map(({ fields }) => holds(test, { ...view, fields }));
  return 'every' in condition ? passes.every(Boolean) : passes.some(Boolean);
};

const holdsOfField = (condition: Extract<Condition, { field: string }>, fields: Fields): boolean => {
  const value = fields[condition.field];
  if ('filled' in condition) return isFilled(value) === condition.filled;
  if ('is' in condition) return isOneOf(value, condition.is);
  const order = compareValues(value, operandOf(condition.with, fields));
  return order !== null && PASSES[condition.compare](order);
};
