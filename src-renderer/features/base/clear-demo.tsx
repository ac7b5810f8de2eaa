import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCommandCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { baseTexts } from '#renderer/text/base-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './clear-demo.module.css';

const { clear: t } = baseTexts;

type ClearDemoProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The orders are gone: whatever the screen showed of them must go too. */
  readonly onCleared: () => void;
};

/** Asks once more before the demonstration goes: what leaves, counted, and what stays. */
export const ClearDemo = ({ opened, onClose, onCleared }: ClearDemoProps) => {
  const base = useBase().data;
  const queryClient = useQueryClient();
  const { show } = useToasts();
  const { mutate, error, isPending } = useCommandCall('base.clearDemo');
  const actions = useMemo<readonly BarAction[]>(
    () => [
      { id: 'back', label: t.back, keys: 'Esc', primary: true, run: onClose },
      {
        id: 'clear',
        label: t.action,
        keys: 'Ctrl+Enter',
        ...(isPending ? { disabledReason: t.action } : {}),
        run: () =>
          mutate(
            { commandId: crypto.randomUUID() },
            {
              onSuccess: () => {
                onClose();
                onCleared();
                show({ text: t.done });
                void queryClient.resetQueries({ queryKey: ['call'] });
              },
            },
          ),
      },
    ],
    [mutate, isPending, onClose, onCleared, queryClient, show],
  );
  if (!base) return null;
  return (
    <Dialog opened={opened} title={t.title} note={t.note} actions={actions} onClose={onClose}>
      <p className={styles.head}>{t.goes}</p>
      <ul className={styles.list}>
        <li>{t.orders(base.orders)}</li>
        <li>{t.parties(base.counterparties)}</li>
        <li>{t.documents(base.documents)}</li>
        <li>{t.people}</li>
      </ul>
      <p>{t.stays}</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
};
