import { useMemo, useState } from 'react';
import { usePeople } from '#renderer/parts/process/people.ts';
import { ProcessRefusal } from '#renderer/parts/process/refusals.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './tasks.module.css';

type DelegateDialogProps = {
  readonly task: { readonly id: string; readonly title: string };
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Hands a task to another person; why stays in the timeline. */
export const DelegateDialog = ({ task, onDone, onClose }: DelegateDialogProps) => {
  const people = usePeople();
  const { run, error, running } = useDeed();
  const [to, setTo] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'delegate',
        label: t.delegateDo,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (to === null) return;
          void run('tasks.delegate', { ...intent(), id: task.id, to, comment: comment.trim() }, () =>
            t.delegated(task.title),
          ).then((done) => done && onDone());
        },
        ...(to === null || running ? { disabledReason: t.delegateTo } : {}),
      },
      { id: 'back', label: processTexts.cancel, keys: 'Esc', run: onClose },
    ],
    [task, to, comment, running, run, onDone, onClose],
  );
  return (
    <Dialog opened title={t.delegateTitle(task.title)} note={t.delegateNote} actions={actions} onClose={onClose}>
      {error && <ProcessRefusal error={error} />}
      <div className={styles.form}>
        <div className={styles.whole}>
          <SelectField label={t.delegateTo} options={people} value={to} onChange={setTo} searchable />
        </div>
        <div className={styles.whole}>
          <TextField label={t.comment} value={comment} onChange={setComment} />
        </div>
      </div>
    </Dialog>
  );
};
