import { useMemo, useState } from 'react';
import { INCOMING_KINDS } from '#shared/domain/incoming/incoming.ts';
import { VAT_RATES } from '#shared/kernel/vat.ts';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { incomingTexts as t } from '#renderer/text/incoming-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MoneyField } from '#renderer/ui/money-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { emptyForm, KIND_OPTIONS, RATE_OPTIONS, requestOf } from './incoming-form.ts';
import styles from './incoming.module.css';

type IncomingDialogProps = { readonly today: string; readonly onClose: () => void };

/** «Внести документ…»: Tab from field to field, Ctrl+Enter writes. */
export const IncomingDialog = ({ today, onClose }: IncomingDialogProps) => {
  const [form, setForm] = useState(() => emptyForm(today));
  const organisations = useQueryCall('organisations.list', {}).data?.items ?? [];
  const parties = useQueryCall('papers.parties', {}).data?.items ?? [];
  const { mutate, error, isPending } = useCommandCall('incoming.add');
  const { show } = useToasts();
  const day = wireDate(today);

  const actions = useMemo<readonly BarAction[]>(() => {
    const request = requestOf(form);
    const reason = isPending ? t.running : request === null ? t.incomplete : undefined;
    return [
      {
        id: 'add',
        label: t.addThis,
        keys: 'Ctrl+Enter',
        primary: true,
        ...(reason === undefined ? {} : { disabledReason: reason }),
        run: () => {
          if (request === null || isPending) return;
          mutate(
            { commandId: crypto.randomUUID(), paper: request },
            {
              onSuccess: ({ title, number }) => {
                onClose();
                show({ text: t.added(title, number) });
              },
            },
          );
        },
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ];
  }, [form, isPending, mutate, onClose, show]);

  const f = t.fields;
  return (
    <Dialog opened title={t.add} note={t.addNote} actions={actions} onClose={onClose}>
      <div className={styles.form}>
        <SelectField
          label={f.kind}
          options={KIND_OPTIONS}
          value={form.kind}
          onChange={(value) => setForm({ ...form, kind: INCOMING_KINDS.find((known) => known === value) ?? form.kind })}
        />
        <TextField label={f.number} value={form.number} onChange={(number) => setForm({ ...form, number })} />
        <SelectField
          label={f.organisation}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.organisation}
          placeholder={f.choose}
          onChange={(organisation) => setForm({ ...form, organisation })}
        />
        <SelectField
          label={f.party}
          options={parties.map(({ id, name, inn }) => ({ value: id, label: `${name}, ${inn}` }))}
          value={form.party}
          placeholder={f.choose}
          searchable
          onChange={(party) => setForm({ ...form, party })}
        />
        <DateField label={f.date} value={form.date} today={day} onChange={(date) => setForm({ ...form, date })} />
        <DateField
          label={f.received}
          value={form.received}
          today={day}
          onChange={(received) => setForm({ ...form, received })}
        />
        <DateField label={f.due} value={form.due} today={day} onChange={(due) => setForm({ ...form, due })} />
        <TextField label={f.order} value={form.order} onChange={(order) => setForm({ ...form, order })} />
        <MoneyField label={f.sum} value={form.sum} onChange={(sum) => setForm({ ...form, sum })} />
        <SelectField
          label={f.rate}
          options={RATE_OPTIONS}
          value={form.rate}
          onChange={(value) => setForm({ ...form, rate: VAT_RATES.find((known) => known === value) ?? form.rate })}
        />
        <MoneyField label={f.vat} value={form.vat} onChange={(vat) => setForm({ ...form, vat })} />
        <TextField label={f.content} value={form.content} onChange={(content) => setForm({ ...form, content })} />
        {error && (
          <div className={styles.refusal}>
            <Refusal error={error} />
          </div>
        )}
      </div>
    </Dialog>
  );
};
