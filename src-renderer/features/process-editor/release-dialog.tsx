import { useMemo, useState } from 'react';
import type { CallError } from '#renderer/bridge/call-error.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

const t = editorTexts.release;

type ReleaseDialogProps = {
  readonly version: number;
  readonly running: number;
  readonly error: CallError | null;
  readonly onRelease: (note: string) => void;
  readonly onClose: () => void;
};

const SHORTEST = 3;

/** The note of a release: people read it, so it is asked for. */
export const ReleaseDialog = ({ version, running, error, onRelease, onClose }: ReleaseDialogProps) => {
  const [note, setNote] = useState('');
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'release',
        label: t.do,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => onRelease(note.trim()),
        ...(note.trim().length < SHORTEST ? { disabledReason: t.short } : {}),
      },
      { id: 'back', label: editorTexts.cancel, keys: 'Esc', run: onClose },
    ],
    [note, onRelease, onClose],
  );
  return (
    <Dialog opened title={t.title(version)} note={t.note(running)} actions={actions} onClose={onClose}>
      {error && <Refusal error={error} />}
      <TextField label={t.field} hint={t.hint} value={note} onChange={setNote} />
    </Dialog>
  );
};
