import { useCallback, useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import type { TaskRow } from '#renderer/parts/process/shapes.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { CardList } from '#renderer/ui/card-list.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkey } from '#renderer/ui/keys/use-hotkey.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { AbsencesDialog } from './absences-dialog.tsx';
import { DelegateDialog } from './delegate-dialog.tsx';
import { RefusedStrip } from './refused-strip.tsx';
import { taskActions } from './task-actions.ts';
import { askOf, type TaskFilter } from './task-filter.ts';
import { TaskFilters } from './task-filters.tsx';
import { neighbourOf, taskGroups, TASK_VIEWS } from './task-groups.ts';
import { TaskLine } from './task-line.tsx';
import type { Paper } from './task-pane.tsx';
import { TaskWork, type TaskHands } from './task-work.tsx';
import { useWorkday } from './use-workday.ts';
import styles from './tasks.module.css';

type TasksPageProps = {
  readonly filter: TaskFilter;
  readonly onFilter: (filter: TaskFilter) => void;
  /** The task an address or a notification opens. */
  readonly taskId: string | undefined;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onOpenReport: (reportId: string) => void;
  readonly onMakePaper: (paper: Paper) => void;
};

const REST_MS = 120;

/** One inbox of a person: what burns, what is for today, whom he waits for; the opened task closes in its place. */
export const TasksPage = (props: TasksPageProps) => {
  const { filter, onFilter, taskId, onOpenRecord, onOpenOrder, onOpenReport, onMakePaper } = props;
  const settled = useSettled(filter, REST_MS);
  const answer = useQueryCall('tasks.list', askOf(settled), { keepsPrevious: true });
  const today = useBase().data?.today;
  const { run } = useDeed();
  const workday = useWorkday();
  const [wanted, setWanted] = useState<string | null>(taskId ?? null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<'delegate' | 'absences' | null>(null);
  const [refused, setRefused] = useState<OutputOf<'tasks.closeMany'>['refused']>([]);
  const [hands, setHands] = useState<TaskHands | null>(null);
  useListFocus(answer.data !== undefined && today !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const view = settled.view;
  const groups = useMemo(
    () =>
      taskGroups(rows, view, today ?? '').map((group) => ({
        ...group,
        title: t.groups[group.id],
        markable: view !== 'done' && view !== 'waiting',
      })),
    [rows, view, today],
  );
  const ids = useMemo(() => groups.flatMap(({ items }) => items.map(({ id }) => id)), [groups]);
  const current = rows.find(({ id }) => id === wanted) ?? rows.find(({ id }) => id === ids[0]) ?? null;
  const looked = useSettled(current?.id ?? null, REST_MS);
  const picked = useMemo(() => ids.filter((id) => marked.has(id)), [ids, marked]);

  const closed = useCallback(
    (id: string) => {
      setWanted(neighbourOf(ids, id));
      focusList();
    },
    [ids],
  );
  const closeMarked = useCallback(() => {
    void run('tasks.closeMany', { ...intent(), ids: picked }, (done) =>
      done.closed.length > 0 ? t.closedMany(done.closed.length) : null,
    ).then((done) => {
      if (done === null) return;
      setRefused(done.refused);
      setMarked(new Set());
    });
  }, [run, picked]);
  const actions = useMemo(
    () =>
      taskActions({
        current,
        picked: picked.length,
        workday,
        close: () => hands?.close(),
        closeMarked,
        delegate: () => setAsked('delegate'),
        absences: () => setAsked('absences'),
        openRecord: () => current && onOpenRecord(current.instanceId),
      }),
    [current, picked, workday, hands, closeMarked, onOpenRecord],
  );
  useHotkey(t.pane, { keys: 'F2', label: t.comment, run: useCallback(() => hands?.focusComment(), [hands]) });
  const card = useCallback(
    (row: TaskRow) => <TaskLine row={row} today={today ?? ''} isWaiting={view === 'waiting'} />,
    [today, view],
  );
  const back = useCallback(() => {
    setAsked(null);
    focusList();
  }, []);

  return (
    <>
      <PageHead title={t.title} subtitle={workday.words}>
        <div className={styles.filters}>
          <FilterChips
            label={t.filters}
            selected={filter.view}
            onSelect={(id) => onFilter({ ...filter, view: TASK_VIEWS.find((known) => known === id) ?? 'open' })}
            chips={TASK_VIEWS.map((id) => ({ id, label: t.views[id], count: answer.data?.counts[id] ?? 0 }))}
          />
          <TaskFilters filter={filter} rows={rows} onFilter={onFilter} />
        </div>
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      <SplitView
        paneLabel={t.pane}
        list={
          <>
            {refused.length > 0 && <RefusedStrip refused={refused} onShow={setWanted} onHide={() => setRefused([])} />}
            {answer.data && today !== undefined ? (
              <CardList
                label={t.list}
                groups={groups}
                itemId={taskIdOf}
                card={card}
                current={current?.id ?? null}
                onCurrentChange={setWanted}
                marked={marked}
                onMarkedChange={setMarked}
                empty={<Empty title={t.empty[view]}>{t.empty.hint}</Empty>}
              />
            ) : (
              !answer.error && <Skeleton lines={10} />
            )}
          </>
        }
        pane={
          looked !== null &&
          today !== undefined &&
          current !== null && (
            <TaskWork
              key={looked}
              taskId={looked}
              today={today}
              onHands={setHands}
              onClosed={closed}
              onOpenRecord={onOpenRecord}
              onOpenOrder={onOpenOrder}
              onOpenReport={onOpenReport}
              onMakePaper={onMakePaper}
            />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} spareKeys={SPARE_KEYS} />}
      />
      {asked === 'delegate' && current && (
        <DelegateDialog
          task={current}
          onDone={() => {
            closed(current.id);
            back();
          }}
          onClose={back}
        />
      )}
      {asked === 'absences' && today !== undefined && <AbsencesDialog today={today} onClose={back} />}
    </>
  );
};

const NO_ROWS: readonly TaskRow[] = [];
const taskIdOf = ({ id }: TaskRow): string => id;
const SPARE_KEYS = [
  { keys: 'Space', label: t.mark },
  { keys: 'F2', label: t.comment },
];
