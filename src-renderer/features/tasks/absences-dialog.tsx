import { useMemo, useState } from 'react';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { usePeople } from '#renderer/parts/process/people.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useMe } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { taskTexts } from '#renderer/text/task-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './tasks.module.css';

const t = taskTexts.absences;

type AbsencesDialogProps = { readonly today: string; readonly onClose: () => void };

/** Who is away and who acts for him; one's own substitution is the usual case and stands ready. */
export const AbsencesDialog = ({ today, onClose }: AbsencesDialogProps) => {
  const people = usePeople();
  const absences = useQueryCall('absences.list', {}).data?.items ?? [];
  const me = useMe().data?.user?.login ?? null;
  const { run, error } = useDeed();
  const [absent, setAbsent] = useState<string | null>(me);
  const [substitute, setSubstitute] = useState<string | null>(null);
  const [from, setFrom] = useState<IsoDate | null>(wireDate(today));
  const [to, setTo] = useState<IsoDate | null>(null);
  const actions = useMemo<readonly BarAction[]>(() => {
    const isComplete = absent !== null && substitute !== null && from !== null && to !== null;
    return [
      {
        id: 'add',
        label: t.add,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (!isComplete) return;
          void run('absences.set', { ...intent(), absent, substitute, from, to }, () => t.added).then((done) => {
            if (done === null) return;
            setSubstitute(null);
            setTo(null);
          });
        },
        ...(isComplete ? {} : { disabledReason: t.incomplete }),
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ];
  }, [absent, substitute, from, to, run, onClose]);
  return (
    <Dialog opened title={t.title} note={t.note} actions={actions} onClose={onClose}>
      {error && <Refusal error={error} />}
      <div className={styles.absences}>
        {absences.length === 0 && <p className={styles.quiet}>{t.none}</p>}
        {absences.map((each) => (
          <span key={each.id} className={styles.file}>
            <span className={styles.grow}>
              {t.row(
                each.absentName,
                each.substituteName,
                formatDate(wireDate(each.from)),
                formatDate(wireDate(each.to)),
              )}
            </span>
            <LinkButton onClick={() => void run('absences.remove', { ...intent(), id: each.id }, () => t.removed)}>
              {t.remove}
            </LinkButton>
          </span>
        ))}
      </div>
      <div className={styles.form}>
        <SelectField label={t.absent} options={people} value={absent} onChange={setAbsent} searchable />
        <SelectField label={t.substitute} options={people} value={substitute} onChange={setSubstitute} searchable />
        <DateField label={t.from} value={from} today={wireDate(today)} onChange={setFrom} />
        <DateField label={t.to} value={to} today={wireDate(today)} onChange={setTo} />
      </div>
    </Dialog>
  );
};
