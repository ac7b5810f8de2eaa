import { useCallback, useEffect, useMemo, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { orderColumns } from '#renderer/parts/order-columns.tsx';
import { plannedCount, type OrderRow } from '#renderer/parts/order-row.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { useIssue } from '#renderer/parts/use-issue.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { dayInWords } from '#renderer/text/dates.ts';
import { issueTexts } from '#renderer/text/issue-texts.ts';
import { todayTexts } from '#renderer/text/today-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { IssueResult } from '#renderer/parts/issue-result.tsx';
import { problemOfRow } from './row-problem.ts';
import { TodayFilters, todayFacts } from './today-filters.tsx';
import { filterGroups, nextProblemRow, type Today, type TodayFilter } from './today-groups.ts';
import { TodayPane } from './today-pane.tsx';
import { sumOfRows } from './sum-of-rows.ts';

type TodayPageProps = {
  readonly filter: TodayFilter;
  readonly onFilter: (filter: TodayFilter) => void;
  readonly organisationId: string | undefined;
  readonly onOpenOrder: (id: string) => void;
};

const REST_MS = 120;

/** The office manager's morning: what to mend, what to look at again, what to issue. */
export const TodayPage = ({ filter, onFilter, organisationId, onOpenOrder }: TodayPageProps) => {
  const answer = useQueryCall('today.get', organisationId === undefined ? {} : { organisationId }, {
    keepsPrevious: true,
  });
  if (answer.data)
    return <TodayLists today={answer.data} filter={filter} onFilter={onFilter} onOpenOrder={onOpenOrder} />;
  return (
    <>
      <PageHead title={todayTexts.title} />
      {answer.error ? <PageRefusal error={answer.error} /> : <Skeleton lines={10} />}
    </>
  );
};

type TodayListsProps = Omit<TodayPageProps, 'organisationId'> & { readonly today: Today };

const TodayLists = ({ today, filter, onFilter, onOpenOrder }: TodayListsProps) => {
  const groups = useMemo(() => filterGroups(today, filter), [today, filter]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [mending, setMending] = useState<string | null>(null);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const shown = useSettled(current?.id ?? null, REST_MS);
  const canIssue = useRight('documents.issue');
  const { issue, running, outcome, forget } = useIssue();
  useEffect(focusList, []);

  const columns = useMemo(() => orderColumns(today.today), [today.today]);
  const tableGroups = useMemo(
    () =>
      groups.map((group) => ({
        id: group.id,
        title: todayTexts.groups[group.id],
        summary:
          group.id === 'fix' ? (
            todayTexts.blocked(group.rows.length)
          ) : (
            <Money value={sumOfRows(group.rows)} withCurrency />
          ),
        rows: group.rows,
      })),
    [groups],
  );
  const go = useCallback((id: string) => {
    setWanted(id);
    setMending(null);
  }, []);
  const problem = useCallback(
    (row: OrderRow) => {
      const found = problemOfRow(row);
      if (found === null) return null;
      const mend = () => {
        setWanted(row.id);
        if (found.canMend) setMending(row.id);
        else onOpenOrder(row.id);
      };
      return (
        <ProblemLine tone={found.tone} mend={{ label: found.verb, onClick: mend }}>
          {found.text}
        </ProblemLine>
      );
    },
    [onOpenOrder],
  );

  const chosen = useMemo(() => {
    const picked = rows.filter(({ id }) => marked.has(id));
    return picked.length > 0 ? picked : current === null ? [] : [current];
  }, [rows, marked, current]);
  const count = chosen.reduce((sum, row) => sum + plannedCount(row.pack), 0);
  const actions = useMemo(() => {
    const run = () => {
      void issue(chosen).then(() => setMarked(new Set()));
    };
    const reason = !canIssue
      ? issueTexts.noRight
      : running
        ? issueTexts.running
        : count > 0
          ? undefined
          : reasonOf(chosen);
    return [
      {
        id: 'issue',
        label: issueTexts.button(count),
        keys: 'Ctrl+Enter',
        primary: true,
        run,
        ...(reason === undefined ? {} : { disabledReason: reason }),
      },
      {
        id: 'open',
        label: todayTexts.openOrder,
        keys: 'Enter',
        icon: 'clipboard-list',
        run: () => current && onOpenOrder(current.id),
      } as const,
    ];
  }, [issue, chosen, canIssue, running, count, current, onOpenOrder]);
  useHotkeys(
    todayTexts.list,
    useMemo(() => {
      const walk = (step: 1 | -1) => () => {
        const next = nextProblemRow(rows, current?.id ?? null, step);
        if (next !== null) go(next);
      };
      return [
        { keys: 'N', label: todayTexts.nextProblem, run: walk(1) },
        { keys: 'Shift+N', label: todayTexts.previousProblem, run: walk(-1) },
      ];
    }, [rows, current, go]),
  );

  return (
    <>
      <PageHead title={todayTexts.title} subtitle={dayInWords(today.today)} facts={todayFacts(today, onFilter)}>
        <TodayFilters today={today} filter={filter} onFilter={onFilter} />
      </PageHead>
      <SplitView
        paneLabel={todayTexts.pane}
        paneOpened={mending !== null}
        onClosePane={() => setMending(null)}
        list={
          <>
            {outcome && <IssueResult outcome={outcome} onClose={forget} />}
            <DataTable
              label={todayTexts.list}
              columns={columns}
              groups={tableGroups}
              rowId={rowId}
              problem={problem}
              current={current?.id ?? null}
              onCurrentChange={go}
              marked={marked}
              onMarkedChange={setMarked}
              onOpen={onOpenOrder}
              empty={<NothingHere filter={filter} onFilter={onFilter} />}
            />
          </>
        }
        pane={
          shown !== null && (
            <TodayPane
              key={shown}
              orderId={shown}
              today={today.today}
              mending={mending === shown}
              onMend={setMending}
              onOpenOrder={onOpenOrder}
            />
          )
        }
        actions={
          <ActionBar
            title={todayTexts.actions}
            actions={actions}
            summary={
              marked.size > 0 && (
                <>
                  {todayTexts.marked(chosen.length)}, <Money value={sumOfRows(chosen)} withCurrency />
                </>
              )
            }
            spareKeys={SPARE_KEYS}
          />
        }
      />
    </>
  );
};

const rowId = (row: OrderRow): string => row.id;

const SPARE_KEYS = [
  { keys: 'Space', label: todayTexts.keys.mark },
  { keys: 'N', label: todayTexts.keys.next },
];

/** Why the blue button has nothing to do. */
const reasonOf = (rows: readonly OrderRow[]): string =>
  capitalize(
    rows.some((row) => row.pack.some(({ state }) => state === 'blocked')) ? issueTexts.blocked : issueTexts.nothing,
  );

const NothingHere = ({ filter, onFilter }: Pick<TodayPageProps, 'filter' | 'onFilter'>) =>
  filter === 'all' ? (
    <Empty title={todayTexts.empty.title}>{todayTexts.empty.text}</Empty>
  ) : (
    <Empty
      title={todayTexts.emptyFilter.title}
      action={<Button onClick={() => onFilter('all')}>{todayTexts.emptyFilter.action}</Button>}
    >
      {todayTexts.emptyFilter.text}
    </Empty>
  );
