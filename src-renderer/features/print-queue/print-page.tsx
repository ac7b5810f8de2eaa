import { useCallback, useMemo, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { printTexts as t } from '#renderer/text/print-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { isOver, JOB_TONES, nextSheet, type PrintJob } from './print-job.ts';
import { PrintOrder } from './print-order.tsx';
import { SheetEditor } from './sheet-editor.tsx';
import { usePrinting } from './use-printing.ts';

type Asked = 'printed' | 'jam' | 'resume' | null;

const MOST_ROWS = 100;

/** The queue that owns its state: order by envelope, which sheets lie in the tray, where to go on after a jam. */
export const PrintPage = ({ onTab }: { readonly onTab: (tab: ClosingTab) => void }) => {
  const answer = useQueryCall('print.list', { limit: MOST_ROWS });
  const today = useBase().data?.today;
  const { print, pdf, printed, jam, resume, drop, error } = usePrinting();
  const [wanted, setWanted] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  useListFocus(answer.data !== undefined && today !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const columns = useMemo(() => jobColumns(today ?? ''), [today]);
  const close = useCallback(() => setAsked(null), []);
  const go = useCallback((id: string) => {
    setWanted(id);
    setAsked(null);
  }, []);
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = current === null ? t.nothing : isOver(current) ? t.finished : null;
    const blocked = reason === null ? {} : { disabledReason: capitalize(reason) };
    const act = (deed: (job: PrintJob) => Promise<void>) => () => {
      if (current) void deed(current);
    };
    return [
      {
        id: 'print',
        label: t.print(current === null ? 1 : nextSheet(current)),
        keys: 'Ctrl+Enter',
        icon: 'printer',
        primary: true,
        run: act(print),
        ...blocked,
      },
      { id: 'printed', label: t.printed, keys: 'F2', run: () => setAsked('printed'), ...blocked },
      { id: 'jam', label: t.stop, keys: 'X', icon: 'printer-off', run: () => setAsked('jam'), ...blocked },
      { id: 'resume', label: t.resume, keys: 'R', run: () => setAsked('resume'), ...blocked },
      { id: 'pdf', label: t.pdf, keys: 'Ctrl+E', icon: 'file-download', run: act(pdf), ...blocked },
      { id: 'drop', label: t.drop, keys: 'Del', quiet: true, run: act(drop), ...blocked },
    ];
  }, [current, print, pdf, drop]);
  const answerSheet = (job: PrintJob, sheet: number, printer: string): void => {
    setAsked(null);
    if (asked === 'printed') void printed(job, sheet);
    else if (asked === 'jam') void jam(job, sheet);
    else void resume(job, sheet, printer);
  };

  return (
    <>
      <PageHead title={t.title} details={<ClosingTabs selected="print" onTab={onTab} />} />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        size="slim"
        paneLabel={t.pane}
        list={
          <>
            {asked !== null && current && (
              <SheetEditor
                key={asked}
                {...WORDS[asked]}
                offered={asked === 'printed' ? current.sheets : nextSheet(current)}
                sheets={current.sheets}
                {...(asked === 'resume' ? { printer: current.printer } : {})}
                onSheet={(sheet, printer) => answerSheet(current, sheet, printer)}
                onClose={close}
              />
            )}
            {answer.data && today !== undefined ? (
              <DataTable
                label={t.list}
                columns={columns}
                groups={groups}
                rowId={rowId}
                current={current?.id ?? null}
                onCurrentChange={go}
                empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
              />
            ) : (
              !answer.error && <Skeleton lines={8} />
            )}
          </>
        }
        pane={current && <PrintOrder key={current.id} job={current} />}
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
    </>
  );
};

const NO_ROWS: readonly PrintJob[] = [];
const rowId = (job: PrintJob): string => job.id;

const WORDS = {
  printed: { label: t.printedLabel, hint: t.printedHint, verb: t.printedShort },
  jam: { label: t.stopLabel, hint: t.stopHint, verb: t.stopShort },
  resume: { label: t.resumeFrom, hint: t.resumeTitle, verb: t.resumeDo },
} as const;

const jobColumns = (today: string): readonly TableColumn<PrintJob>[] => [
  { id: 'job', title: t.columns.job, width: 'rest', cell: (job) => <b>{t.job(momentInWords(job.madeAt, today))}</b> },
  { id: 'who', title: t.columns.who, width: 110, cell: (job) => job.who },
  {
    id: 'documents',
    title: t.columns.documents,
    width: 90,
    align: 'right',
    figure: true,
    cell: (job) => job.documents,
  },
  {
    id: 'sheets',
    title: t.columns.sheets,
    width: 100,
    align: 'right',
    figure: true,
    cell: (job) => t.of(job.printed, job.sheets),
  },
  {
    id: 'state',
    title: t.columns.state,
    width: 150,
    cell: (job) => <StatusChip tone={JOB_TONES[job.state]}>{t.states[job.state]}</StatusChip>,
  },
];
