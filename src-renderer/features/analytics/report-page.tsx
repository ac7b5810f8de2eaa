import { useEffect, useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { momentText } from '#renderer/parts/process/moments.ts';
import { ReportTable } from '#renderer/parts/process/report-table.tsx';
import { saveTable } from '#renderer/parts/process/save-table.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { recordTexts } from '#renderer/text/record-texts.ts';
import { reportTexts as t } from '#renderer/text/report-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Chart } from '#renderer/ui/chart.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { reportChart } from './report-chart.ts';
import styles from './analytics.module.css';

type ReportPageProps = { readonly reportId: string; readonly onBack: () => void };

/** A report as it was when a process made it: what a task carries. */
export const ReportPage = ({ reportId, onBack }: ReportPageProps) => {
  const answer = useQueryCall('reports.get', { id: reportId });
  const today = useBase().data?.today ?? '';
  const { show } = useToasts();
  const report = answer.data;
  useEffect(focusList, [report]);
  const chart = useMemo(() => (report ? reportChart(report.code, report) : null), [report]);
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'save',
        label: t.save,
        keys: 'Ctrl+Enter',
        icon: 'download',
        primary: true,
        run: () => {
          if (report) show({ text: t.saved(saveTable(report)) });
        },
        ...(report && report.rows.length > 0 ? {} : { disabledReason: t.nothing }),
      },
      { id: 'back', label: recordTexts.back, keys: 'Backspace', quiet: true, run: onBack },
    ],
    [report, show, onBack],
  );
  return (
    <>
      <PageHead
        title={report?.title ?? t.report}
        subtitle={report && today !== '' ? t.madeAt(momentText(report.at, today)) : undefined}
        back={{ label: recordTexts.back, onClick: onBack }}
      />
      {answer.error && <PageRefusal error={answer.error} />}
      {report ? (
        <div className={styles.body}>
          {chart && <Chart label={t.chart(report.title)} {...chart} />}
          {report.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <ReportTable report={report} />
        </div>
      ) : (
        !answer.error && <Skeleton lines={12} />
      )}
      <ActionBar title={t.actions} actions={actions} />
    </>
  );
};
