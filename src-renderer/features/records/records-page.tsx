import { useCallback, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { ProcessTabs, type ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { boardTexts } from '#renderer/text/board-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { recordColumns, type RecordRow } from './record-columns.tsx';
import { RecordFilters, type RecordFilter } from './record-filters.tsx';

const t = boardTexts.list;

type RecordsPageProps = {
  readonly filter: RecordFilter;
  readonly onFilter: (filter: RecordFilter) => void;
  readonly onTab: (tab: ProcessTab) => void;
  readonly onOpenRecord: (recordId: string) => void;
};

const REST_MS = 150;
const PAGE_ROWS = 100;

/** Records as a directory or a journal: of any process, running and finished, newest first. */
export const RecordsPage = ({ filter, onFilter, onTab, onOpenRecord }: RecordsPageProps) => {
  const settled = useSettled(filter, REST_MS);
  // A page is a page of one question: another filter begins from the first.
  const [turned, setTurned] = useState({ of: settled, page: 0 });
  const page = turned.of === settled ? turned.page : 0;
  const answer = useQueryCall(
    'records.list',
    { ...askedBy(settled), limit: PAGE_ROWS, offset: page * PAGE_ROWS },
    { keepsPrevious: true },
  );
  const today = useBase().data?.today;
  const [wanted, setWanted] = useState<string | null>(null);
  useListFocus(answer.data !== undefined && today !== undefined);
  const rows = answer.data?.items ?? NO_ROWS;
  const total = answer.data?.total ?? 0;
  const current = rows.find(({ instanceId }) => instanceId === wanted) ?? rows[0] ?? null;
  const columns = useMemo(() => recordColumns(today ?? ''), [today]);
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const last = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1);
  const step = useCallback(
    (by: number) => setTurned({ of: settled, page: Math.min(last, Math.max(0, page + by)) }),
    [settled, page, last],
  );
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'open',
        label: boardTexts.open,
        keys: 'Enter',
        primary: true,
        run: () => current && onOpenRecord(current.instanceId),
        ...(current === null ? { disabledReason: boardTexts.nothing } : {}),
      },
      ...(last > 0
        ? [
            { id: 'before', label: t.previous, keys: 'Shift+PgUp', quiet: true, run: () => step(-1) },
            { id: 'next', label: t.next, keys: 'Shift+PgDn', quiet: true, run: () => step(1) },
          ]
        : []),
    ],
    [current, last, step, onOpenRecord],
  );
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={
          total > PAGE_ROWS
            ? t.shown(page * PAGE_ROWS + 1, page * PAGE_ROWS + rows.length, total)
            : processTexts.records(total)
        }
        details={<ProcessTabs selected="list" onTab={onTab} />}
      >
        <RecordFilters filter={filter} onFilter={onFilter} />
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {answer.data && today !== undefined ? (
        <DataTable
          label={t.list}
          columns={columns}
          groups={groups}
          rowId={rowId}
          current={current?.instanceId ?? null}
          onCurrentChange={setWanted}
          onOpen={onOpenRecord}
          empty={<Empty title={t.nothing}>{t.nothingHint}</Empty>}
        />
      ) : (
        !answer.error && <Skeleton lines={12} />
      )}
      <ActionBar title={t.actions} actions={actions} />
    </>
  );
};

const NO_ROWS: readonly RecordRow[] = [];
const rowId = ({ instanceId }: RecordRow): string => instanceId;

const askedBy = ({ process, text, status }: RecordFilter) => ({
  ...(process ? { process } : {}),
  ...(text ? { text } : {}),
  ...(status ? { status } : {}),
});
