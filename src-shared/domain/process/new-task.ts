import type { LocalTime } from './local-time.ts';
import type { ProcessState, TaskState } from './state.ts';

/** An open task of the batch that is being made; `place` in the batch makes its id unique for ever. */
export const newTask = (
  { instanceId, lastBatch }: Pick<ProcessState, 'instanceId' | 'lastBatch'>,
  place: number,
  known: Pick<TaskState, 'code' | 'elementId' | 'createdAt'> & { readonly dueAt: LocalTime | null },
): TaskState => ({
  id: `${instanceId}:${lastBatch}:${place}`,
  batch: lastBatch,
  status: 'open',
  result: null,
  closedAt: null,
  closedBy: null,
  ...known,
});
