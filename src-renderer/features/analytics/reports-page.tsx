import { useCallback, useEffect, useMemo, useState } from 'react';
import type { IsoDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { ProcessTabs, type ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import { ReportTable } from '#renderer/parts/process/report-table.tsx';
import { useSaveReport } from '#renderer/parts/process/use-save-report.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { reportTexts as t } from '#renderer/text/report-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Chart } from '#renderer/ui/chart.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { reportChart } from './report-chart.ts';
import styles from './analytics.module.css';

/** Reports in the order of the list; each is made of the records of this moment. */
const REPORTS = Object.keys(t.names);

type ReportsPageProps = {
  readonly report: string | undefined;
  readonly onReport: (code: string) => void;
  readonly onTab: (tab: ProcessTab) => void;
};

/** Profit, conversion, money ahead: a table with its picture, for the period that is asked for. */
export const ReportsPage = ({ report, onReport, onTab }: ReportsPageProps) => {
  const code = REPORTS.find((known) => known === report) ?? REPORTS[0] ?? '';
  const [from, setFrom] = useState<IsoDate | null>(null);
  const [to, setTo] = useState<IsoDate | null>(null);
  const today = useBase().data?.today;
  const answer = useQueryCall('reports.make', {
    code,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  });
  const table = answer.data;
  const save = useSaveReport(
    { code, from: from ?? undefined, to: to ?? undefined },
    table === undefined || table.rows.length === 0,
  );
  useEffect(focusList, [table]);
  const chart = useMemo(() => (table ? reportChart(code, table) : null), [code, table]);
  const step = useCallback(
    (by: number) => onReport(REPORTS[(REPORTS.indexOf(code) + by + REPORTS.length) % REPORTS.length] ?? code),
    [code, onReport],
  );
  const actions = useMemo<readonly BarAction[]>(
    () => [
      ...save.actions,
      { id: 'next', label: t.next, keys: 'V', run: () => step(1) },
      { id: 'previous', label: t.previous, keys: 'Shift+V', quiet: true, run: () => step(-1) },
    ],
    [save.actions, step],
  );
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={table && t.rows(table.rows.length)}
        details={<ProcessTabs selected="reports" onTab={onTab} />}
      >
        <div className={styles.filters}>
          <div className={styles.report}>
            <SelectField
              label={t.report}
              options={REPORTS.map((value) => ({ value, label: t.names[value] ?? value }))}
              value={code}
              onChange={(next) => onReport(next ?? code)}
              searchable={false}
            />
          </div>
          {today !== undefined && (
            <>
              <div className={styles.date}>
                <DateField label={t.from} value={from} today={wireDate(today)} onChange={setFrom} />
              </div>
              <div className={styles.date}>
                <DateField label={t.to} value={to} today={wireDate(today)} onChange={setTo} />
              </div>
            </>
          )}
        </div>
      </PageHead>
      {answer.error && <PageRefusal error={answer.error} />}
      {save.error && <PageRefusal error={save.error} />}
      {table ? (
        <div className={styles.body}>
          {chart && <Chart label={t.chart(table.title)} {...chart} />}
          {table.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <ReportTable report={table} />
        </div>
      ) : (
        !answer.error && <Skeleton lines={12} />
      )}
      <ActionBar title={t.actions} actions={actions} />
    </>
  );
};
