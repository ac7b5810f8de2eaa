import type { TaskRow } from '#renderer/parts/process/shapes.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { useWorkday } from './use-workday.ts';

type TaskMoves = {
  readonly current: TaskRow | null;
  /** How many are marked. */
  readonly picked: number;
  readonly workday: ReturnType<typeof useWorkday>;
  readonly close: () => void;
  readonly closeMarked: () => void;
  readonly delegate: () => void;
  readonly absences: () => void;
  readonly openRecord: () => void;
};

const unless = (condition: boolean, disabledReason: string): { disabledReason?: string } =>
  condition ? {} : { disabledReason };

/** Buttons of the inbox. Marked tasks go together; without marks the blue button closes the one in sight. */
export const taskActions = (moves: TaskMoves): readonly BarAction[] => {
  const { current, picked, workday } = moves;
  const isOpen = current?.status === 'open';
  const end = workday.end;
  return [
    {
      id: 'close',
      label: picked > 0 ? t.closeMany(picked) : t.close,
      keys: 'Ctrl+Enter',
      primary: true,
      icon: 'check',
      run: picked > 0 ? moves.closeMarked : moves.close,
      ...unless(isOpen || picked > 0, t.nothing),
    },
    {
      id: 'delegate',
      label: t.delegate,
      keys: 'Ctrl+D',
      icon: 'user-share',
      run: moves.delegate,
      ...unless(isOpen, t.nothing),
    },
    {
      id: 'record',
      label: t.openRecord,
      keys: 'Enter',
      run: moves.openRecord,
      ...unless(current !== null, t.nothing),
    },
    { id: 'absences', label: t.substitution, keys: 'Ctrl+Y', run: moves.absences },
    { id: 'day', label: workday.label, keys: 'Ctrl+B', quiet: true, run: workday.next },
    ...(end === null ? [] : [{ id: 'dayEnd', label: t.workday.end, keys: 'Ctrl+Shift+B', quiet: true, run: end }]),
  ];
};
