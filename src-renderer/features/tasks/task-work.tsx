import { useCallback, useEffect, useRef } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import type { TaskCard } from '#renderer/parts/process/shapes.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TaskPane, type Paper } from './task-pane.tsx';
import { useClosing } from './use-closing.ts';

/** What the bar under the list asks of the opened task. */
export type TaskHands = { readonly close: () => void; readonly focusComment: () => void };

export type TaskWorkProps = {
  readonly taskId: string;
  readonly today: string;
  /** Tells what can be asked of this task; null when it leaves the screen. Must be stable. */
  readonly onHands: (hands: TaskHands | null) => void;
  readonly onClosed: (taskId: string) => void;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onOpenReport: (reportId: string) => void;
  readonly onMakePaper: (paper: Paper) => void;
};

/** The opened task: asks the core for it and keeps what is being filled in. Key it by the task. */
export const TaskWork = (props: TaskWorkProps) => {
  const task = useQueryCall('tasks.get', { id: props.taskId });
  if (task.error && !task.data) return <PageRefusal error={task.error} />;
  if (!task.data) return <Skeleton lines={8} />;
  return <OpenTask {...props} task={task.data} />;
};

const OpenTask = (props: TaskWorkProps & { readonly task: TaskCard }) => {
  const { task, today, onHands, onClosed, onOpenRecord, onOpenOrder, onOpenReport, onMakePaper } = props;
  const closing = useClosing(task);
  const comment = useRef<HTMLTextAreaElement>(null);
  const { close } = closing;
  const finish = useCallback(
    (result: string | null): void => {
      void close(result).then((isClosed) => {
        if (isClosed) onClosed(task.id);
      });
    },
    [close, onClosed, task.id],
  );
  useEffect(() => {
    onHands({ close: () => finish(null), focusComment: () => comment.current?.focus() });
    return () => onHands(null);
  }, [onHands, finish]);
  useEffect(() => {
    if (closing.missing !== null) comment.current?.focus();
  }, [closing.missing]);
  return (
    <TaskPane
      task={task}
      closing={closing}
      today={today}
      onClose={finish}
      onOpenRecord={() => onOpenRecord(task.instanceId)}
      onOpenOrder={onOpenOrder}
      onOpenReport={onOpenReport}
      onMakePaper={onMakePaper}
      commentRef={comment}
    />
  );
};
