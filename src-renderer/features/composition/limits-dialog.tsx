import { useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { compositionTexts } from '#renderer/text/composition-texts.ts';
import { ActionButtons } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './composition.module.css';

const t = compositionTexts.limitsDialog;

/** Numbers of the firm that some checks of a carriage ask for. */
export const LimitsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const limits = useQueryCall('limits.get', {}).data;
  return (
    <Dialog opened title={t.title} note={t.note} onClose={onClose}>
      {limits && <LimitsForm limits={limits} onDone={onClose} />}
    </Dialog>
  );
};

const readMargin = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const value = Number(text.replace(',', '.'));
  return Number.isInteger(value) && value >= 1 && value <= 99 ? value : undefined;
};

type LimitsFormProps = { readonly limits: OutputOf<'limits.get'>; readonly onDone: () => void };

const LimitsForm = ({ limits, onDone }: LimitsFormProps) => {
  const { mutate: save, error } = useCommandCall('limits.save');
  const { show } = useToasts();
  const [margin, setMargin] = useState(limits.marginPercent === null ? '' : String(limits.marginPercent));
  const [forwarderRegistry, setRegistry] = useState(limits.forwarderRegistry);
  const marginPercent = readMargin(margin);
  const actions = useMemo(() => {
    const run = (): void => {
      if (marginPercent === undefined) return;
      const input = { commandId: crypto.randomUUID(), marginPercent, forwarderRegistry };
      save(input, {
        onSuccess: () => {
          show({ text: t.saved });
          onDone();
        },
      });
    };
    const wrong = marginPercent === undefined ? { disabledReason: t.wrong } : {};
    return [{ id: 'save', label: t.save, keys: 'Ctrl+Enter', primary: true, run, ...wrong }];
  }, [marginPercent, forwarderRegistry, save, show, onDone]);
  return (
    <div className={styles.form}>
      {error && <Refusal error={error} />}
      <TextField
        label={t.margin}
        hint={t.marginHint}
        align="right"
        value={margin}
        error={marginPercent === undefined ? t.wrong : null}
        onChange={setMargin}
      />
      <SelectField
        label={t.registry}
        value={forwarderRegistry}
        options={(['warn', 'block'] as const).map((value) => ({ value, label: t.registries[value] }))}
        onChange={(value) => setRegistry(value === 'block' ? 'block' : 'warn')}
      />
      <div className={styles.buttons}>
        <ActionButtons title={t.title} actions={actions} />
      </div>
    </div>
  );
};
