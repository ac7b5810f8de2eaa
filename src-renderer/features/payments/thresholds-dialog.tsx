import { useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { ActionButtons } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MoneyField } from '#renderer/ui/money-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './payments.module.css';

const t = paymentTexts.thresholds;

type Thresholds = OutputOf<'thresholds.list'>['items'][number];

/** How sure the program must be to act by itself, for each company of ours. */
export const ThresholdsDialog = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  const items = useQueryCall('thresholds.list', {}, { enabled: opened }).data?.items ?? [];
  const [wanted, setWanted] = useState<string | null>(null);
  const current = items.find(({ organisationId }) => organisationId === wanted) ?? items[0];
  return (
    <Dialog opened={opened} title={t.title} note={t.note} onClose={onClose}>
      {current && (
        <>
          <SelectField
            label={t.company}
            value={current.organisationId}
            options={items.map(({ organisationId, organisation }) => ({ value: organisationId, label: organisation }))}
            onChange={setWanted}
          />
          <ThresholdsForm key={current.organisationId} thresholds={current} onDone={onClose} />
        </>
      )}
    </Dialog>
  );
};

const percentOf = (text: string, most: number): number | null => {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !(value >= 0 && value <= most) ? null : value;
};

const ThresholdsForm = ({ thresholds, onDone }: { readonly thresholds: Thresholds; readonly onDone: () => void }) => {
  const { mutate: save, error } = useCommandCall('thresholds.save');
  const { show } = useToasts();
  const [auto, setAuto] = useState(String(thresholds.auto));
  const [confirm, setConfirm] = useState(String(thresholds.confirm));
  const [rounding, setRounding] = useState<string | null>(thresholds.rounding);
  const [commission, setCommission] = useState(String(thresholds.commissionPercent).replace('.', ','));
  const actions = useMemo(() => {
    const [autoValue, confirmValue, commissionPercent] = [
      percentOf(auto, 101),
      percentOf(confirm, 101),
      percentOf(commission, 100),
    ];
    const isRight =
      autoValue !== null &&
      confirmValue !== null &&
      commissionPercent !== null &&
      Number.isInteger(autoValue) &&
      Number.isInteger(confirmValue) &&
      confirmValue <= Math.min(autoValue, 100);
    const run = (): void => {
      if (!isRight) return;
      const { organisationId } = thresholds;
      const input = {
        organisationId,
        auto: autoValue,
        confirm: confirmValue,
        rounding: rounding ?? '0',
        commissionPercent,
      };
      save(
        { commandId: crypto.randomUUID(), ...input },
        {
          onSuccess: () => {
            show({ text: t.saved });
            onDone();
          },
        },
      );
    };
    return [
      {
        id: 'save',
        label: t.save,
        keys: 'Ctrl+Enter',
        primary: true,
        run,
        ...(isRight ? {} : { disabledReason: t.wrong }),
      },
    ];
  }, [auto, confirm, commission, rounding, thresholds, save, show, onDone]);
  return (
    <>
      {error && <Refusal error={error} />}
      <div className={styles.pairs}>
        <TextField label={t.auto} hint={t.autoHint} align="right" value={auto} onChange={setAuto} />
        <TextField label={t.confirm} align="right" value={confirm} onChange={setConfirm} />
        <MoneyField label={t.rounding} value={rounding} onChange={setRounding} />
        <TextField label={t.commission} align="right" value={commission} onChange={setCommission} />
      </div>
      <div className={styles.buttons}>
        <ActionButtons title={t.title} actions={actions} />
      </div>
    </>
  );
};
