import { useEffect, useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { momentText } from '#renderer/parts/process/moments.ts';
import { ReportTable } from '#renderer/parts/process/report-table.tsx';
import { useSaveReport } from '#renderer/parts/process/use-save-report.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { recordTexts } from '#renderer/text/record-texts.ts';
import { reportTexts as t } from '#renderer/text/report-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Chart } from '#renderer/ui/chart.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { reportChart } from './report-chart.ts';
import styles from './analytics.module.css';

type ReportPageProps = { readonly reportId: string; readonly onBack: () => void };

/** A report as it was when a process made it: what a task carries. */
export const ReportPage = ({ reportId, onBack }: ReportPageProps) => {
  const answer = useQueryCall('reports.get', { id: reportId });
  const today = useBase().data?.today ?? '';
  const report = answer.data;
  const save = useSaveReport({ id: reportId }, report === undefined || report.rows.length === 0);
  useEffect(focusList, [report]);
  const chart = useMemo(() => (report ? reportChart(report.code, report) : null), [report]);
  const actions = useMemo<readonly BarAction[]>(
    () => [...save.actions, { id: 'back', label: recordTexts.back, keys: 'Backspace', quiet: true, run: onBack }],
    [save.actions, onBack],
  );
  return (
    <>
      <PageHead
        title={report?.title ?? t.report}
        subtitle={report && today !== '' ? t.madeAt(momentText(report.at, today)) : undefined}
        back={{ label: recordTexts.back, onClick: onBack }}
      />
      {answer.error && <PageRefusal error={answer.error} />}
      {save.error && <PageRefusal error={save.error} />}
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
