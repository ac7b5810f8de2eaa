import { useMemo, useState } from 'react';
import { useFieldDrafts } from '#renderer/parts/process/field-drafts.ts';
import { ProcessFields } from '#renderer/parts/process/process-fields.tsx';
import { ProcessRefusal } from '#renderer/parts/process/refusals.tsx';
import type { Funnel } from '#renderer/parts/process/shapes.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './board.module.css';

type CreateDialogProps = {
  readonly funnel: Funnel;
  readonly today: string;
  readonly onCreated: (instanceId: string) => void;
  readonly onClose: () => void;
};

/** A new record of the funnel: its name and the fields that the process asks for at the start. */
export const CreateDialog = ({ funnel, today, onCreated, onClose }: CreateDialogProps) => {
  const drafts = useFieldDrafts();
  const { run, error, running } = useDeed();
  const [title, setTitle] = useState('');
  const { collect } = drafts;
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'create',
        label: t.createDo,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (running) return;
          const input = { ...intent(), process: funnel.process, title: title.trim(), fields: collect() };
          void run('records.create', input, (record) => t.created(record.title)).then(
            (record) => record && onCreated(record.instanceId),
          );
        },
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ],
    [funnel.process, title, collect, running, run, onCreated, onClose],
  );
  return (
    <Dialog opened title={t.createTitle(funnel.title)} actions={actions} onClose={onClose}>
      <div className={styles.form}>
        {error && <ProcessRefusal error={error} />}
        <TextField label={t.name} value={title} onChange={setTitle} />
        <ProcessFields fields={funnel.form} drafts={drafts} today={today} />
      </div>
    </Dialog>
  );
};
