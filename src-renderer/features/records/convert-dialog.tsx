import { useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useFieldDrafts } from '#renderer/parts/process/field-drafts.ts';
import { ProcessFields } from '#renderer/parts/process/process-fields.tsx';
import { ProcessRefusal } from '#renderer/parts/process/refusals.tsx';
import type { RecordCard } from '#renderer/parts/process/shapes.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { recordTexts as t } from '#renderer/text/record-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './records.module.css';

type ConvertDialogProps = {
  readonly record: RecordCard;
  readonly today: string;
  readonly onDone: (instanceId: string) => void;
  readonly onClose: () => void;
};

/** A record of another funnel made from this one: a lead becomes a deal, a request becomes an order. */
export const ConvertDialog = ({ record, today, onDone, onClose }: ConvertDialogProps) => {
  const funnels = useQueryCall('funnels.list', { business: record.business }).data?.items;
  const drafts = useFieldDrafts();
  const { run, error, running } = useDeed();
  const [process, setProcess] = useState<string | null>(null);
  const { collect } = drafts;
  const targets = useMemo(
    () => (funnels ?? []).filter((each) => each.process !== record.process && each.isActive),
    [funnels, record.process],
  );
  const form = targets.find((each) => each.process === process)?.form ?? [];
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'convert',
        label: t.convertDo,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (process === null || running) return;
          const input = { ...intent(), instance: record.instanceId, process, fields: collect() };
          void run('records.convert', input, ({ title }) => t.converted(title)).then(
            (made) => made && onDone(made.instanceId),
          );
        },
        ...(process === null ? { disabledReason: t.convertTo } : {}),
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ],
    [record.instanceId, process, running, run, collect, onDone, onClose],
  );
  return (
    <Dialog opened title={t.convertTitle(record.title)} note={t.convertNote} actions={actions} onClose={onClose}>
      <div className={styles.form}>
        {error && <ProcessRefusal error={error} />}
        <SelectField
          label={t.convertTo}
          options={targets.map((each) => ({ value: each.process, label: each.title }))}
          value={process}
          onChange={setProcess}
        />
        <ProcessFields fields={form} drafts={drafts} today={today} />
      </div>
    </Dialog>
  );
};
