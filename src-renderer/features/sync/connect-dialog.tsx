import { useCallback, useMemo, useState } from 'react';
import type { InputOf } from '#shared/contract/index.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { CallError } from '#renderer/bridge/call-error.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { syncTexts } from '#renderer/text/sync-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { FoundCrm } from './found-crm.tsx';
import type { Chosen, Probe } from './probe.ts';
import styles from './sync.module.css';

const t = syncTexts.wizard;

type System = InputOf<'sync.connect'>['system'];

/** Fields that people there called as we do: a first guess of the mapping, shown before anything is stored. */
const sameNames = ({ fields, ourFields }: Probe): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ourFields.flatMap(({ name, title }) => {
      const same = fields.find(
        (field) => field.title.trim().toLowerCase() === title.toLowerCase() && field.name !== name,
      );
      return same === undefined ? [] : [[name, same.name]];
    }),
  );

type ConnectDialogProps = {
  /** A known CRM that wants a new key; null: any. */
  readonly known: { readonly system: System } | null;
  readonly onConnected: (accountId: string) => void;
  readonly onClose: () => void;
};

/** Address and key → who we are there and what is missing → fields with values of real records → the first load. */
export const ConnectDialog = ({ known, onConnected, onClose }: ConnectDialogProps) => {
  const client = useClient();
  const { run, running, error } = useDeed();
  const [system, setSystem] = useState<System>(known?.system ?? 'bitrix24');
  const [address, setAddress] = useState('');
  const [token, setToken] = useState('');
  const [probe, setProbe] = useState<Probe | null>(null);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ organisation: '', fields: {} });

  const key = useMemo(
    () => ({ system, address: address.trim(), token: token.trim() === '' ? null : token.trim() }),
    [system, address, token],
  );
  const check = useCallback(async () => {
    setAsking(true);
    const answer = await client.call('sync.probe', key);
    setAsking(false);
    setRefusal(answer.ok ? null : new CallError(answer.error));
    if (answer.ok) {
      setProbe(answer.value);
      setChosen((before) => ({ ...before, fields: { ...sameNames(answer.value), ...before.fields } }));
    }
  }, [client, key]);
  const connect = useCallback(async () => {
    const mapping = { fields: { ...chosen.fields }, defaultOrganisationInn: chosen.organisation };
    const made = await run('sync.connect', { ...intent(), ...key, mapping }, ({ title }) =>
      syncTexts.done.connected(title),
    );
    if (made !== null) onConnected(made.id);
  }, [run, key, chosen, onConnected]);

  const busy = asking || running;
  const actions = useMemo<readonly BarAction[]>(
    () =>
      probe === null
        ? [
            {
              id: 'check',
              label: asking ? t.checking : t.check,
              keys: 'Ctrl+Enter',
              primary: true,
              run: () => void check(),
              ...(busy
                ? { disabledReason: t.checking }
                : address.trim() === ''
                  ? { disabledReason: t.fillAddress }
                  : {}),
            },
          ]
        : [
            {
              id: 'connect',
              label: busy ? t.checking : t.connect,
              keys: 'Ctrl+Enter',
              primary: true,
              run: () => void connect(),
              ...(busy ? { disabledReason: t.checking } : {}),
            },
            { id: 'back', label: t.back, keys: 'Alt+Left', quiet: true, run: () => setProbe(null) },
          ],
    [probe, asking, busy, check, connect, address],
  );
  const trouble = refusal ?? error;
  return (
    <Dialog opened wide={probe !== null} title={t.title} note={t.note} onClose={onClose} actions={actions}>
      {trouble && <Refusal error={trouble} />}
      {probe === null ? (
        <div className={styles.fields}>
          <SelectField
            label={t.system}
            options={t.systems}
            value={system}
            onChange={(value) => setSystem(value === 'moysklad' ? 'moysklad' : 'bitrix24')}
          />
          <TextField
            label={t.address}
            hint={t.addressHint[system]}
            value={address}
            onChange={setAddress}
            secret={system === 'bitrix24' && address.length > 0}
          />
          {system === 'moysklad' && (
            <TextField label={t.token} hint={t.tokenHint} value={token} onChange={setToken} secret />
          )}
        </div>
      ) : (
        <FoundCrm probe={probe} chosen={chosen} onChosen={setChosen} />
      )}
    </Dialog>
  );
};
