import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { namesOf } from '#shared/domain/document/titles.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { plannedCount, type OrderRow } from '#renderer/parts/order-row.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import type { ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { monthInWords } from '#renderer/text/dates.ts';
import { issueTexts } from '#renderer/text/issue-texts.ts';
import { monthEndTexts as t } from '#renderer/text/month-end-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { BatchReport } from './batch-report.tsx';
import { KindsDialog } from './kinds-dialog.tsx';
import { monthColumns } from './month-columns.tsx';
import { MonthHead } from './month-head.tsx';
import { chosenOf, monthAway, monthGroups, nextToLook, wantedKinds } from './month-groups.ts';
import { useBatch } from './use-batch.ts';

type MonthEndPageProps = {
  /** `2026-10`; absent: the month before today's. */
  readonly month: string | undefined;
  readonly onMonth: (month: string) => void;
  readonly org: string | undefined;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onTab: (tab: ClosingTab) => void;
};

const LIMIT = 500;

/** Journey J2: the papers of a month, all that are ready at once, the rest one by one. */
export const MonthEndPage = ({ month, onMonth, org, onOpenOrder, onTab }: MonthEndPageProps) => {
  const today = useBase().data?.today;
  const shown = month ?? (today === undefined ? undefined : monthAway(today.slice(0, 7), -1));
  const answer = useQueryCall(
    'orders.list',
    { limit: LIMIT, ...(shown === undefined ? {} : { shipMonth: shown }), ...(org === undefined ? {} : { org }) },
    { enabled: shown !== undefined, keepsPrevious: true },
  );
  const { batch, isRunning, start, pause, resume, error } = useBatch();
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const canIssue = useRight('documents.issue');
  const canStamp = useRight('documents.stamp');
  useEffect(focusList, []);

  const refusal = answer.error ?? error;
  const rows = answer.data?.items ?? NO_ROWS;
  const groups = useMemo(() => monthGroups(rows), [rows]);
  const current = wanted ?? groups[0]?.rows[0]?.id ?? null;
  const columns = useMemo(() => monthColumns(today ?? ''), [today]);
  const [kinds, setKinds] = useState<ReadonlySet<DocumentKind> | null>(null);
  const [choosesKinds, setChoosesKinds] = useState(false);
  const wantedNow = useMemo(() => wantedKinds(rows), [rows]);
  const chosenKinds = useMemo(
    () => (kinds === null ? null : wantedNow.filter((kind) => kinds.has(kind))),
    [kinds, wantedNow],
  );
  const tableGroups = useMemo(
    () =>
      groups.map((group) => ({
        id: group.id,
        title: t.groups[group.id],
        summary: t.groupCount(group.rows.reduce((sum, row) => sum + plannedCount(row.pack), 0)),
        rows: group.rows,
      })),
    [groups],
  );
  const problem = useCallback(
    (row: OrderRow) =>
      row.firstProblem === null || row.firstProblem.severity === 'hint' ? null : (
        <ProblemLine
          tone={row.firstProblem.severity === 'block' ? 'blocks' : 'warns'}
          mend={{ label: t.openCard, onClick: () => onOpenOrder(row.id) }}
        >
          {row.firstProblem.message}
        </ProblemLine>
      ),
    [onOpenOrder],
  );
  useHotkeys(
    t.list,
    useMemo(
      () => [{ keys: 'N', label: t.nextProblem, run: () => setWanted(nextToLook(groups, current)) }],
      [groups, current],
    ),
  );

  const chosen = useMemo(() => chosenOf(groups, marked), [groups, marked]);
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = reasonAgainst(canIssue, isRunning, chosen.length, marked.size);
    const issue = (facsimile: boolean) =>
      void start(
        chosen.map(({ id }) => id),
        chosenKinds,
        facsimile,
      ).then(() => setMarked(new Set()));
    const hasFailed = batch !== undefined && batch.failed > 0;
    return [
      {
        id: 'issue',
        label: marked.size > 0 ? t.issueMarked(chosen.length) : t.issueReady(chosen.length),
        icon: 'file-plus',
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => issue(false),
        ...(reason === null ? {} : { disabledReason: reason }),
      },
      // The bar has no room for what nothing is left to do with.
      ...(canStamp && reason === null
        ? [{ id: 'stamped', label: issueTexts.stamped, keys: 'Ctrl+Shift+G', run: () => issue(true) }]
        : []),
      ...(isRunning
        ? [{ id: 'pause', label: t.pause, keys: 'F9', run: () => void pause() }]
        : batch?.state === 'paused'
          ? [{ id: 'resume', label: t.resume, keys: 'F9', run: () => void resume(false) }]
          : []),
      ...(hasFailed && !isRunning
        ? [{ id: 'retry', label: t.retry, keys: 'Shift+F9', run: () => void resume(true) }]
        : []),
      { id: 'kinds', label: t.kinds, keys: 'Ctrl+J', run: () => setChoosesKinds(true) },
      { id: 'open', label: t.open, keys: 'Enter', quiet: true, run: () => current && onOpenOrder(current) },
    ];
  }, [batch, canIssue, canStamp, chosen, chosenKinds, current, isRunning, marked, onOpenOrder, pause, resume, start]);

  return (
    <>
      <MonthHead month={shown} org={org} rows={rows} groups={groups} onMonth={onMonth} onTab={onTab} />
      {refusal && <PageRefusal error={refusal} />}
      <SplitView
        paneLabel={t.pane}
        pane={<BatchReport batch={batch} onOpenOrder={onOpenOrder} />}
        list={
          answer.data && today !== undefined ? (
            <DataTable
              label={t.list}
              columns={columns}
              groups={tableGroups}
              rowId={rowId}
              problem={problem}
              current={current}
              onCurrentChange={setWanted}
              marked={marked}
              onMarkedChange={setMarked}
              onOpen={onOpenOrder}
              empty={<Empty title={t.empty(shown === undefined ? '' : monthInWords(shown))}>{t.emptyHint}</Empty>}
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        actions={
          <ActionBar
            title={t.actions}
            actions={actions}
            spareKeys={SPARE_KEYS}
            summary={
              chosenKinds === null ? undefined : t.onlyKinds(chosenKinds.map((kind) => namesOf(kind).short).join(', '))
            }
          />
        }
      />
      {choosesKinds && (
        <KindsDialog kinds={wantedNow} chosen={kinds} onChoose={setKinds} onClose={() => setChoosesKinds(false)} />
      )}
    </>
  );
};

const reasonAgainst = (canIssue: boolean, isRunning: boolean, chosen: number, marked: number): string | null => {
  if (!canIssue) return issueTexts.noRight;
  if (isRunning) return t.running;
  if (chosen > 0) return null;
  return marked > 0 ? t.onlyBlocked : t.nothingToIssue;
};

const NO_ROWS: readonly OrderRow[] = [];

const rowId = (row: OrderRow): string => row.id;

const SPARE_KEYS = [
  { keys: 'Space', label: t.mark },
  { keys: 'N', label: t.nextProblem },
];
