import type { OutputOf } from '#shared/contract/index.ts';
import type { CallError } from '#renderer/bridge/call-error.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { Section } from '#renderer/ui/section.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './process-editor.module.css';

const t = editorTexts.trial;

type TrialPartProps = {
  readonly trial: OutputOf<'processes.simulate'> | null;
  readonly error: CallError | null;
};

const decimal = (days: number): string => String(Math.round(days * 10) / 10).replace('.', ',');

/** What the draft would have done with past records: who would have got which tasks, what is never reached. */
export const TrialPart = ({ trial, error }: TrialPartProps) => (
  <Section
    title={t.title}
    icon="history"
    note={trial && `${t.records(trial.records)}, ${t.days(decimal(trial.meanDays))}`}
  >
    {error && <Refusal error={error} />}
    {trial === null && !error && <Skeleton lines={4} />}
    {trial?.records === 0 && <p className={styles.quiet}>{t.none}</p>}
    {trial && trial.records > 0 && (
      <>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.task}</th>
              <th scope="col">{t.who}</th>
              <th scope="col" className={styles.figure}>
                {t.count}
              </th>
              <th scope="col" className={styles.figure}>
                {t.mean}
              </th>
            </tr>
          </thead>
          <tbody>
            {trial.tasks.map(({ code, title, who, count, meanDays }) => (
              <tr key={`${code} ${who}`}>
                <td>{title}</td>
                <td>{who}</td>
                <td className={styles.figure}>{count}</td>
                <td className={styles.figure}>{decimal(meanDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.quiet}>
          {t.ends}: {trial.ends.map(({ stage, records }) => t.end(stage, records)).join(' · ')}
        </p>
        {trial.unreachable.length > 0 && (
          <p className={styles.warns}>{t.unreachable(trial.unreachable.map(({ title }) => title).join(', '))}</p>
        )}
        {trial.rolesWithoutPeople.length > 0 && (
          <p className={styles.warns}>{t.roles(trial.rolesWithoutPeople.map(({ title }) => title).join(', '))}</p>
        )}
      </>
    )}
  </Section>
);
