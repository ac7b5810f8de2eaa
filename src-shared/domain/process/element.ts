import type { TaskDefinition } from './definition.ts';
import type { Element, ProcessState, TaskState } from './state.ts';

/** The element of a set that the task was made for; null for a task of the whole record. */
export const elementOf = (
  { sets }: Pick<ProcessState, 'sets'>,
  { forEach }: Pick<TaskDefinition, 'forEach'>,
  { elementId }: Pick<TaskState, 'elementId'>,
): Element | null => (forEach === undefined ? [] : (sets[forEach] ?? [])).find(({ id }) => id === elementId) ?? null;
