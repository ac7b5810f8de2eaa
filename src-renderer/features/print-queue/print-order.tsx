import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { joinPresent } from '#shared/kernel/text.ts';
import { printTexts as t } from '#renderer/text/print-texts.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import { JobLine } from '#renderer/ui/job-line.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { byEnvelope, progressOf, type PrintJob } from './print-job.ts';
import styles from './print-queue.module.css';

const ICONS: Readonly<Record<ReturnType<typeof progressOf>, IconName>> = {
  done: 'check',
  partly: 'printer',
  ahead: 'file-text',
};

/** What comes out of the printer one after another, with the sheets of each paper. */
export const PrintOrder = ({ job }: { readonly job: PrintJob }) => {
  const answer = useQueryCall('print.get', { id: job.id });
  if (answer.error) return <Refusal error={answer.error} />;
  if (!answer.data) return <Skeleton lines={8} />;
  const { items, printed, sheets, problem, duplex, printer } = answer.data;
  return (
    <ScrollColumn label={t.pane}>
      <div className={styles.pane}>
        <JobLine text={t.of(printed, sheets)} icon="printer" progress={{ done: printed, total: sheets, failed: 0 }} />
        <p className={styles.quiet}>{joinPresent([t.printer(printer), duplex ? t.duplex : t.simplex])}</p>
        {problem !== '' && (
          <ProblemLine framed tone="warns">
            {problem}
          </ProblemLine>
        )}
        {byEnvelope(items).map((group) => (
          <section key={group.items[0]?.position}>
            {group.envelope !== '' && <h2 className={styles.envelope}>{group.envelope}</h2>}
            <ol>
              {group.items.map((item) => {
                const progress = progressOf(item, printed);
                return (
                  <li key={item.position} className={classNames(styles.item, progress === 'done' && styles.done)}>
                    <Icon name={ICONS[progress]} size="s" />
                    <span className={styles.grow}>
                      <b>{paperName(item)}</b> {group.envelope === '' && item.counterparty}
                    </span>
                    <span className={styles.quiet}>{t.copies(item.copies)}</span>
                    <span className={styles.quiet}>{t.range(item.firstSheet, item.lastSheet)}</span>
                  </li>
                );
              })}
            </ol>
          </section>
        ))}
      </div>
    </ScrollColumn>
  );
};
