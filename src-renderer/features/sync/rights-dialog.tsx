import { useMemo, useState } from 'react';
import { ORDER_FIELDS } from '#shared/domain/crm/fields.ts';
import { policyOf } from '#shared/domain/sync/policy.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { syncTexts } from '#renderer/text/sync-texts.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './sync.module.css';

const t = syncTexts.rights;

type Settings = OutputOf<'sync.settings'>;

/** Who is right about a field that both sides changed, and which processes the CRM drives itself. */
export const RightsDialog = ({ accountId, onClose }: { readonly accountId: string; readonly onClose: () => void }) => {
  const settings = useQueryCall('sync.settings', { accountId });
  if (settings.data === undefined) return null;
  return <RightsForm accountId={accountId} settings={settings.data} onClose={onClose} />;
};

type RightsFormProps = { readonly accountId: string; readonly settings: Settings; readonly onClose: () => void };

const RightsForm = ({ accountId, settings, onClose }: RightsFormProps) => {
  const { run, error } = useDeed();
  const [policies, setPolicies] = useState(settings.policies);
  const [driven, setDriven] = useState(settings.drivenByCrm.join(', '));
  const actions = useMemo(() => {
    const drivenByCrm = driven
      .split(',')
      .map((code) => code.trim())
      .filter((code) => code !== '');
    const save = async (): Promise<void> => {
      const input = { ...intent(), accountId, policies, drivenByCrm };
      if ((await run('sync.saveSettings', input, () => t.saved)) !== null) onClose();
    };
    return [{ id: 'save', label: t.save, keys: 'Ctrl+Enter', primary: true, run: () => void save() }];
  }, [accountId, driven, onClose, policies, run]);
  const policy = policyOf(policies);
  return (
    <Dialog opened wide title={t.title} note={t.note} onClose={onClose} actions={actions}>
      {error && <Refusal error={error} />}
      <div className={styles.mapping}>
        {Object.entries({ ...ORDER_FIELDS, lines: 'Строки заказа' }).map(([field, title]) => (
          <SelectField
            key={field}
            label={title}
            options={t.policies}
            value={policy(field)}
            onChange={(value) => {
              const chosen = t.policies.find((one) => one.value === value)?.value;
              if (chosen !== undefined) setPolicies({ ...policies, [field]: chosen });
            }}
          />
        ))}
      </div>
      <TextField label={t.driven} hint={t.drivenHint} value={driven} onChange={setDriven} />
    </Dialog>
  );
};
