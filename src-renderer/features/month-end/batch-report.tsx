import { monthEndTexts as t } from '#renderer/text/month-end-texts.ts';
import { Empty } from '#renderer/ui/empty.tsx';
import { JobLine } from '#renderer/ui/job-line.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './batch-report.module.css';
import type { BatchView } from './use-batch.ts';

type BatchReportProps = {
  readonly batch: BatchView | undefined;
  readonly onOpenOrder: (orderId: string) => void;
};

/** How the newest batch goes: the counter, what failed and why, the register to the kopeck. */
export const BatchReport = ({ batch, onOpenOrder }: BatchReportProps) => {
  if (batch === undefined) return <Empty title={t.noBatch}>{t.noBatchHint}</Empty>;
  const { finished, orders, failed, issued, seconds, state, register, sum, vat, items } = batch;
  return (
    <ScrollColumn label={t.pane}>
      <Section title={t.pane} note={t.states[state]} aside={t.seconds(seconds)}>
        <div className={styles.line} role="status">
          {state === 'done' ? (
            <b>{t.result(issued, orders - failed)}</b>
          ) : (
            <JobLine text={t.progress(finished, orders)} progress={{ done: finished, total: orders, failed }} />
          )}
        </div>
        <p className={styles.line}>{failed === 0 ? t.noErrors : t.failed(failed)}</p>
        {items
          .filter((item) => item.state === 'failed')
          .map(({ position, order, orderId, problems }) => (
            <ProblemLine
              key={position}
              tone="blocks"
              spread
              {...(orderId === null ? {} : { mend: { label: t.openCard, onClick: () => onOpenOrder(orderId) } })}
            >
              {`${order}: ${problems.map(({ message }) => message).join('; ')}`}
            </ProblemLine>
          ))}
      </Section>
      {register.length > 0 && (
        <Section title={t.register}>
          <table className={styles.register}>
            <tbody>
              {register.map((row) => (
                <tr key={row.kind}>
                  <th scope="row">{row.title}</th>
                  <td>{t.registerCount(row.count)}</td>
                  <td>
                    <Money value={row.sum} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t.money}
                </th>
                <td>
                  <Money value={sum} />
                </td>
              </tr>
              <tr>
                <th scope="row" colSpan={2}>
                  {t.vat}
                </th>
                <td>
                  <Money value={vat} />
                </td>
              </tr>
            </tfoot>
          </table>
        </Section>
      )}
    </ScrollColumn>
  );
};
