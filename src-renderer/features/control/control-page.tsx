import { useCallback, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { ProcessTabs, type ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { controlTexts as t } from '#renderer/text/control-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { controlColumns } from './control-columns.tsx';
import { CONTROL_VIEWS, controlRows, type ControlRow, type ControlView } from './control-rows.ts';
import styles from './control.module.css';

type ControlPageProps = {
  readonly onTab: (tab: ProcessTab) => void;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onOpenTask: (taskId: string) => void;
  /** The inbox of a person or of a role: `user:LOGIN`, `role:CODE`. */
  readonly onOpenTasks: (whose: string) => void;
};

const ALL = 'all';
const MOST_ROWS = 200;

/** What heads look at: who holds what now, what is overdue, what stands without a next action. */
export const ControlPage = ({ onTab, onOpenRecord, onOpenTask, onOpenTasks }: ControlPageProps) => {
  const [business, setBusiness] = useState(ALL);
  const [view, setView] = useState<ControlView>('people');
  const [wanted, setWanted] = useState<string | null>(null);
  const answer = useQueryCall(
    'control.board',
    { limit: MOST_ROWS, ...(business === ALL ? {} : { business }) },
    { keepsPrevious: true },
  );
  const today = useBase().data?.today;
  useListFocus(answer.data !== undefined);
  const board = answer.data;
  const rows = useMemo(
    () => (board && today !== undefined ? controlRows(board, view, today) : NO_ROWS),
    [board, view, today],
  );
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const columns = useMemo(() => controlColumns(view), [view]);
  const groups = useMemo(() => [{ id: view, rows }], [view, rows]);
  const open = useCallback(
    (id: string) => {
      const target = rows.find((row) => row.id === id)?.target;
      if (target?.kind === 'tasks') onOpenTasks(target.whose);
      else if (target?.kind === 'task') onOpenTask(target.id);
      else if (target) onOpenRecord(target.id);
    },
    [rows, onOpenRecord, onOpenTask, onOpenTasks],
  );
  const actions = useMemo<readonly BarAction[]>(() => {
    const recordId = current?.recordId ?? null;
    return [
      {
        id: 'open',
        label: view === 'people' ? t.openTasks : view === 'overdue' ? t.openTask : t.openRecord,
        keys: 'Enter',
        primary: true,
        run: () => current && open(current.id),
        ...(current?.target ? {} : { disabledReason: t.nothing }),
      },
      ...(view === 'overdue'
        ? [
            {
              id: 'record',
              label: t.openRecord,
              keys: 'Ctrl+O',
              run: () => recordId !== null && onOpenRecord(recordId),
            },
          ]
        : []),
    ];
  }, [current, view, open, onOpenRecord]);
  const counts: Readonly<Record<ControlView, number>> = {
    people: board?.people.length ?? 0,
    overdue: board?.counts.overdue ?? 0,
    withoutAction: board?.counts.withoutAction ?? 0,
    outside: board?.counts.outside ?? 0,
  };
  return (
    <>
      <PageHead
        title={t.title}
        facts={
          board
            ? [
                { label: t.facts.running, kind: 'count', value: board.counts.running },
                { label: t.facts.openTasks, kind: 'count', value: board.counts.openTasks },
              ]
            : []
        }
        details={<ProcessTabs selected="control" onTab={onTab} />}
      >
        <div className={styles.filters}>
          <FilterChips
            label={t.filters}
            selected={view}
            onSelect={(id) => {
              setView(CONTROL_VIEWS.find((known) => known === id) ?? 'people');
              focusList();
            }}
            chips={CONTROL_VIEWS.map((id) => ({ id, label: t.views[id], count: counts[id] }))}
          />
          <div className={styles.business}>
            <SelectField
              label={t.business}
              options={[
                { value: ALL, label: t.allBusinesses },
                ...Object.entries(processTexts.businesses).map(([value, label]) => ({ value, label })),
              ]}
              value={business}
              onChange={(value) => setBusiness(value ?? ALL)}
            />
          </div>
        </div>
      </PageHead>
      {answer.error && !board && <PageRefusal error={answer.error} />}
      {board ? (
        <DataTable
          label={t.views[view]}
          columns={columns}
          groups={groups}
          rowId={rowId}
          current={current?.id ?? null}
          onCurrentChange={setWanted}
          onOpen={open}
          empty={<Empty title={t.empty[view]}>{t.empty.hint}</Empty>}
        />
      ) : (
        !answer.error && <Skeleton lines={12} />
      )}
      <ActionBar title={t.actions} actions={actions} />
    </>
  );
};

const NO_ROWS: readonly ControlRow[] = [];
const rowId = ({ id }: ControlRow): string => id;
