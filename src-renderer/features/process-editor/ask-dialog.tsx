import { useMemo } from 'react';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type AskDialogProps = {
  readonly title: string;
  /** What will come of it, and what is safe. */
  readonly note: string;
  readonly verb: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
};

/** A step that many feel: it is asked once more, by its own verb. */
export const AskDialog = ({ title, note, verb, onYes, onClose }: AskDialogProps) => {
  const actions = useMemo<readonly BarAction[]>(
    () => [
      { id: 'yes', label: verb, keys: 'Ctrl+Enter', primary: true, run: onYes },
      { id: 'back', label: editorTexts.cancel, keys: 'Esc', run: onClose },
    ],
    [verb, onYes, onClose],
  );
  return (
    <Dialog opened title={title} actions={actions} onClose={onClose}>
      <p>{note}</p>
    </Dialog>
  );
};
