import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { boardTexts } from '#renderer/text/board-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { RecordCard } from './shapes.ts';

type WhyDialogProps = {
  readonly instanceId: string;
  readonly onOpenTask: (taskId: string) => void;
  readonly onMove: (to: string) => void;
  readonly onClose: () => void;
};

/** «Почему стоит»: one true sentence and the button that leads on. */
export const WhyDialog = ({ instanceId, onOpenTask, onMove, onClose }: WhyDialogProps) => {
  const record = useQueryCall('records.get', { id: instanceId });
  const why = record.data?.why;
  const actions = useMemo<readonly BarAction[]>(
    () => [
      ...(why === undefined ? [] : whyAction(why, onOpenTask, onMove)),
      { id: 'back', label: boardTexts.back, keys: 'Esc', run: onClose },
    ],
    [why, onOpenTask, onMove, onClose],
  );
  return (
    <Dialog opened title={boardTexts.why} note={record.data?.title} actions={actions} onClose={onClose}>
      {record.error && <Refusal error={record.error} />}
      {why && <p>{why.sentence}</p>}
    </Dialog>
  );
};

const whyAction = (
  { action }: RecordCard['why'],
  onOpenTask: (taskId: string) => void,
  onMove: (to: string) => void,
): readonly BarAction[] => {
  if (action.kind === 'none') return [];
  const run = action.kind === 'openTask' ? () => onOpenTask(action.taskId) : () => onMove(action.to);
  return [{ id: 'why', label: action.label, keys: 'Ctrl+Enter', primary: true, run }];
};
