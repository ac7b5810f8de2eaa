import { useMemo, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { paperName, type PaperBrief } from '#renderer/parts/paper-row.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { approversOf } from './approvers.ts';
import styles from './check-queue.module.css';

const t = signingTexts.submit;

const PLACES = [1, 1, 2] as const;
const NOBODY = '';

type SubmitDialogProps = { readonly paper: PaperBrief; readonly onClose: () => void };

/** Whose word is asked before the signature: some at once, some after them. */
export const SubmitDialog = ({ paper, onClose }: SubmitDialogProps) => {
  const people = useQueryCall('session.people', {}).data?.items ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(PLACES.map(() => NOBODY));
  const { run, running, error } = useDeed();
  const options = [
    { value: NOBODY, label: t.nobody },
    ...people.map(({ login, fullName, position }) => ({ value: login, label: `${fullName}, ${position}` })),
  ];
  const actions = useMemo<readonly BarAction[]>(() => {
    const approvers = approversOf(chosen, PLACES);
    return [
      {
        id: 'send',
        label: t.send,
        keys: 'Ctrl+Enter',
        primary: true,
        ...(approvers.length === 0 ? { disabledReason: capitalize(t.empty) } : {}),
        run: () => {
          if (running) return;
          void run('approvals.submit', { ...intent(), id: paper.id, approvers: [...approvers] }, () =>
            t.sent(paperName(paper)),
          ).then((answer) => answer && onClose());
        },
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ];
  }, [chosen, running, run, paper, onClose]);
  return (
    <Dialog opened title={t.title(paperName(paper))} note={t.note} actions={actions} onClose={onClose}>
      <div className={styles.fields}>
        {PLACES.map((turn, index) => (
          <SelectField
            key={index}
            label={turn === 1 ? `${t.first} ${index + 1}` : t.afterwards}
            options={options}
            placeholder={t.nobody}
            value={chosen[index] || null}
            onChange={(value) => setChosen((before) => before.with(index, value ?? NOBODY))}
          />
        ))}
        {error && <Refusal error={error} />}
      </div>
    </Dialog>
  );
};
