import type { RecordCard } from '#renderer/parts/process/shapes.ts';
import { recordTexts as t } from '#renderer/text/record-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';

type RecordMoves = {
  readonly record: RecordCard;
  readonly isChanged: boolean;
  readonly save: () => void;
  readonly move: () => void;
  readonly comment: () => void;
  readonly convert: () => void;
  readonly copy: () => void;
  readonly back: () => void;
};

const unless = (condition: boolean, disabledReason: string): { disabledReason?: string } =>
  condition ? {} : { disabledReason };

/** Buttons of a record's card: what was typed is saved first, else the blue button moves the record. */
export const recordActions = (moves: RecordMoves): readonly BarAction[] => {
  const { record, isChanged } = moves;
  const isRunning = record.status === 'running';
  return [
    {
      id: 'save',
      label: t.save,
      keys: 'Ctrl+Enter',
      icon: 'check',
      primary: isChanged,
      run: moves.save,
      ...unless(record.notEditable === '', record.notEditable),
    },
    {
      id: 'move',
      label: t.move,
      keys: 'M',
      icon: 'arrow-right',
      primary: !isChanged && isRunning,
      run: moves.move,
      ...unless(isRunning, t.finished),
    },
    { id: 'comment', label: t.comment, keys: 'Ctrl+J', icon: 'message', run: moves.comment },
    { id: 'convert', label: t.convert, keys: 'Ctrl+Y', quiet: true, run: moves.convert },
    { id: 'copy', label: t.copy, keys: 'F9', icon: 'copy', quiet: true, run: moves.copy },
    { id: 'back', label: t.back, keys: 'Backspace', quiet: true, run: moves.back },
  ];
};
