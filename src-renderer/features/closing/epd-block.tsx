import { useMemo, useState } from 'react';
import { joinPresent } from '#shared/kernel/text.ts';
import { EPD_STATUSES } from '#shared/contract/closing.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Facts, type Fact } from '#renderer/ui/facts.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { changesOf, formOf, statusOf, type Epd } from './epd-form.ts';
import styles from './closing.module.css';

const t = closingTexts.epd;

/** ЭПД of a freight order (documents.md §2.3): the mode with its reasons, ids, status; warns, never blocks. */
export const EpdBlock = ({ orderId }: { readonly orderId: string }) => {
  const epd = useQueryCall('closing.epd', { order: orderId }).data;
  const canEdit = useRight('orders.edit');
  const [editing, setEditing] = useState(false);
  if (!epd || epd.mode === 'notApplicable') return null;
  return (
    <Section title={t.title} icon="truck" note={t.modes[epd.mode]}>
      {epd.warning !== '' && (
        <ProblemLine
          tone="warns"
          spread
          {...(canEdit
            ? { mend: { label: t.exception, keys: 'Shift+E', onClick: () => setEditing(true) } }
            : { whoCan: t.noRight })}
        >
          {epd.warning}
        </ProblemLine>
      )}
      <ul className={styles.items}>
        {epd.reasons.map((reason) => (
          <li key={reason} className={styles.quiet}>
            {reason}
          </li>
        ))}
      </ul>
      <Facts facts={factsOf(epd)} />
      {canEdit && epd.warning === '' && (
        <Button size="s" onClick={() => setEditing(true)}>
          {t.edit}
        </Button>
      )}
      {editing && <EpdDialog epd={epd} onClose={() => setEditing(false)} />}
    </Section>
  );
};

const factsOf = (epd: Epd): readonly Fact[] => {
  const exception = epd.exceptions.find(({ code }) => code === epd.exception)?.title ?? epd.exception;
  return [
    ...(exception === '' ? [] : [{ label: t.exception, value: joinPresent([exception, epd.exceptionText]) }]),
    { label: t.etrnStatus, value: joinPresent([t.statuses[epd.etrnStatus], epd.etrnUid]) },
    { label: t.orderStatus, value: joinPresent([t.statuses[epd.orderStatus], epd.orderUid]) },
    ...(epd.operator === '' ? [] : [{ label: t.operator, value: epd.operator }]),
  ];
};

const STATUSES = EPD_STATUSES.map((value) => ({ value, label: t.statuses[value] }));

const EpdDialog = ({ epd, onClose }: { readonly epd: Epd; readonly onClose: () => void }) => {
  const [form, setForm] = useState(() => formOf(epd));
  const { run, running, error } = useDeed();
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'save',
        label: t.save,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (running) return;
          void run('closing.setEpd', { ...intent(), order: epd.orderId, ...changesOf(epd, form) }, () => t.saved).then(
            (answer) => answer && onClose(),
          );
        },
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ],
    [running, run, epd, form, onClose],
  );
  return (
    <Dialog opened title={t.title} note={t.modes[epd.mode]} actions={actions} onClose={onClose}>
      <div className={styles.fields}>
        <div className={styles.whole}>
          <SelectField
            label={t.exception}
            options={[
              { value: '', label: t.noException },
              ...epd.exceptions.map(({ code, title }) => ({ value: code, label: title })),
            ]}
            value={form.exception}
            onChange={(exception) => setForm({ ...form, exception: exception ?? '' })}
          />
        </div>
        <div className={styles.whole}>
          <TextField
            label={t.exceptionText}
            value={form.exceptionText}
            onChange={(exceptionText) => setForm({ ...form, exceptionText })}
          />
        </div>
        <TextField label={t.etrn} value={form.etrnUid} onChange={(etrnUid) => setForm({ ...form, etrnUid })} />
        <SelectField
          label={t.etrnStatus}
          options={STATUSES}
          value={form.etrnStatus}
          onChange={(value) => setForm({ ...form, etrnStatus: statusOf(value) })}
        />
        <TextField label={t.orderUid} value={form.orderUid} onChange={(orderUid) => setForm({ ...form, orderUid })} />
        <SelectField
          label={t.orderStatus}
          options={STATUSES}
          value={form.orderStatus}
          onChange={(value) => setForm({ ...form, orderStatus: statusOf(value) })}
        />
        <TextField label={t.operator} value={form.operator} onChange={(operator) => setForm({ ...form, operator })} />
        {error && (
          <div className={styles.whole}>
            <Refusal error={error} />
          </div>
        )}
      </div>
    </Dialog>
  );
};
