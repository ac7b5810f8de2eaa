import type { TaskRow } from '#renderer/parts/process/shapes.ts';

export const TASK_VIEWS = ['open', 'today', 'overdue', 'waiting', 'done'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

export type TaskGroupId = 'overdue' | 'today' | 'later' | 'undated' | 'waiting' | 'done';

const groupOf = (row: TaskRow, today: string): TaskGroupId => {
  if (row.isOverdue) return 'overdue';
  if (row.dueAt === null) return 'undated';
  return row.dueAt.slice(0, 10) <= today ? 'today' : 'later';
};

const ORDER: readonly TaskGroupId[] = ['overdue', 'today', 'later', 'undated'];

/** What burns first, then today, then the rest; what waits for others or is done stands in one group. */
export const taskGroups = (
  rows: readonly TaskRow[],
  view: TaskView,
  today: string,
): readonly { readonly id: TaskGroupId; readonly items: readonly TaskRow[] }[] => {
  if (view === 'waiting' || view === 'done') return [{ id: view, items: rows }];
  const byGroup = Map.groupBy(rows, (row) => groupOf(row, today));
  return ORDER.flatMap((id) => {
    const items = byGroup.get(id);
    return items === undefined ? [] : [{ id, items }];
  });
};

/** The row to stand on after this one has gone: the next, or the one before at the end. */
export const neighbourOf = (ids: readonly string[], gone: string): string | null => {
  const at = ids.indexOf(gone);
  return at === -1 ? null : (ids[at + 1] ?? ids[at - 1] ?? null);
};
