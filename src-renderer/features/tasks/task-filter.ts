import type { InputOf } from '#shared/contract/index.ts';
import type { TaskView } from './task-groups.ts';

export type TaskFilter = {
  readonly view: TaskView;
  /** Absent: one's own; `all`; `user:LOGIN`; `role:CODE`. */
  readonly whose?: string | undefined;
  readonly text?: string | undefined;
};

const MOST_SHOWN = 300;

/** The question to the core behind the filters of the screen. */
export const askOf = ({ view, whose, text }: TaskFilter): InputOf<'tasks.list'> => ({
  view,
  limit: MOST_SHOWN,
  ...(text ? { text } : {}),
  ...(whose === 'all' ? { all: true } : {}),
  ...(whose?.startsWith('user:') ? { user: whose.slice(5) } : {}),
  ...(whose?.startsWith('role:') ? { role: whose.slice(5) } : {}),
});
