import { useMemo, useState } from 'react';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Conflict } from './sync-rows.ts';

type EditDialogProps = {
  readonly conflict: Conflict;
  readonly onSave: (value: string) => void;
  readonly onClose: () => void;
};

/** Neither ours nor theirs: a third value for both sides. */
export const EditDialog = ({ conflict, onSave, onClose }: EditDialogProps) => {
  const [value, setValue] = useState(conflict.mine);
  const actions = useMemo(
    () => [{ id: 'save', label: t.rights.save, keys: 'Ctrl+Enter', primary: true, run: () => onSave(value) }],
    [onSave, value],
  );
  return (
    <Dialog opened title={conflict.title} onClose={onClose} actions={actions}>
      <TextField label={conflict.title} value={value} onChange={setValue} />
    </Dialog>
  );
};
