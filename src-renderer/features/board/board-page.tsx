import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { MoveDialog } from '#renderer/parts/process/move-dialog.tsx';
import { ProcessTabs, type ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import type { BoardCard as Card, Funnel } from '#renderer/parts/process/shapes.ts';
import { useMove } from '#renderer/parts/process/use-move.ts';
import { WhyDialog } from '#renderer/parts/process/why-dialog.tsx';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { Kanban, type KanbanColumn } from '#renderer/ui/kanban.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { boardActions } from './board-actions.ts';
import { BoardCard } from './board-card.tsx';
import { BoardFilters, type BoardFilter } from './board-filters.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { RefusedCard } from './refused-card.tsx';

type BoardPageProps = {
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onTab: (tab: ProcessTab) => void;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onOpenTask: (taskId: string) => void;
};

const REST_MS = 150;
const PAGE = 20;
const MOST = 100;

/** Records of a funnel on their stages: who holds each, why it stands; dragged, or moved from the keyboard. */
export const BoardPage = (props: BoardPageProps) => {
  const funnels = useQueryCall('funnels.list', {});
  const chosen = chosenFunnel(funnels.data?.items ?? NO_FUNNELS, props.filter.process);
  const today = useBase().data?.today;
  if (chosen !== null && today !== undefined && funnels.data)
    return <FunnelBoard key={chosen.process} {...props} funnels={funnels.data.items} funnel={chosen} today={today} />;
  return (
    <>
      <PageHead title={t.title} details={<ProcessTabs selected="board" onTab={props.onTab} />} />
      {funnels.error ? <PageRefusal error={funnels.error} /> : funnels.data ? <Nothing /> : <Skeleton lines={10} />}
    </>
  );
};

/** The asked one, else the busiest. */
const chosenFunnel = (funnels: readonly Funnel[], process: string | undefined): Funnel | null =>
  funnels.find((each) => each.process === process) ?? funnels.toSorted((a, b) => b.running - a.running)[0] ?? null;

type FunnelBoardProps = BoardPageProps & {
  readonly funnels: readonly Funnel[];
  readonly funnel: Funnel;
  readonly today: string;
};

const FunnelBoard = ({
  funnels,
  funnel,
  today,
  filter,
  onFilter,
  onTab,
  onOpenRecord,
  onOpenTask,
}: FunnelBoardProps) => {
  const settled = useSettled(filter, REST_MS);
  const [limit, setLimit] = useState(PAGE);
  const answer = useQueryCall(
    'funnels.board',
    {
      process: funnel.process,
      limit,
      ...(settled.text ? { text: settled.text } : {}),
      ...(settled.owner ? { owner: settled.owner } : {}),
    },
    { keepsPrevious: true },
  );
  const moving = useMove();
  const { move, refused, forget } = moving;
  const [wanted, setWanted] = useState<string | null>(null);
  const [asked, setAsked] = useState<'move' | 'why' | 'create' | null>(null);
  const [target, setTarget] = useState<string | undefined>(undefined);
  const isReady = answer.data !== undefined;
  useListFocus(isReady);

  const board = answer.data?.process === funnel.process ? answer.data : undefined;
  const columns = useMemo<readonly KanbanColumn<Card>[]>(
    () =>
      (board?.columns ?? []).map(({ code, title, kind, color, count, overdue, cards }) => ({
        id: code,
        title,
        count,
        color,
        cards,
        note: overdue > 0 ? t.overdue(overdue) : kind === 'success' || kind === 'fail' ? t.finished : undefined,
      })),
    [board],
  );
  const cards = useMemo(() => columns.flatMap((column) => column.cards), [columns]);
  const current = cards.find(({ instanceId }) => instanceId === wanted) ?? cards[0] ?? null;
  const moveTo = useCallback(
    (id: string, to: string) => {
      const card = cards.find(({ instanceId }) => instanceId === id);
      if (card !== undefined && card.stage !== to) void move(card, to);
    },
    [cards, move],
  );
  const actions = useMemo(
    () =>
      boardActions({
        current,
        funnel,
        open: () => current && onOpenRecord(current.instanceId),
        move: () => {
          setTarget(undefined);
          setAsked('move');
        },
        why: () => setAsked('why'),
        create: () => setAsked('create'),
      }),
    [current, funnel, onOpenRecord],
  );
  const back = useCallback(() => {
    setAsked(null);
    forget();
    focusList();
  }, [forget]);
  const card = useCallback(
    (each: Card): ReactNode => {
      const kind = funnel.stages.find(({ code }) => code === each.stage)?.kind;
      return <BoardCard card={each} today={today} isOver={kind === 'success' || kind === 'fail'} />;
    },
    [today, funnel.stages],
  );

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={funnel.title}
        facts={[
          { label: t.facts.running, kind: 'count', value: funnel.running },
          { label: t.facts.overdue, kind: 'count', value: funnel.overdue, overdue: funnel.overdue > 0 },
        ]}
        details={<ProcessTabs selected="board" onTab={onTab} />}
      >
        <BoardFilters filter={filter} funnels={funnels} funnel={funnel} onFilter={onFilter} />
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {board ? (
        <Kanban
          label={t.board(funnel.title)}
          columns={columns}
          cardId={cardIdOf}
          card={card}
          current={current?.instanceId ?? null}
          onCurrentChange={setWanted}
          onOpen={onOpenRecord}
          onMove={moveTo}
          refused={
            refused && asked === null
              ? {
                  column: refused.to,
                  content: (
                    <RefusedCard
                      refused={refused}
                      today={today}
                      onMove={(fields) =>
                        void move({ instanceId: refused.instance, title: refused.title }, refused.to, fields).then(
                          (done) => done && focusList(),
                        )
                      }
                      onBack={forget}
                    />
                  ),
                }
              : null
          }
          onMore={() => (limit < MOST ? setLimit(MOST) : onTab('list'))}
        />
      ) : (
        !answer.error && <Skeleton lines={10} />
      )}
      <ActionBar title={t.actions} actions={actions} spareKeys={SPARE_KEYS} />
      {asked === 'move' && current && (
        <MoveDialog instanceId={current.instanceId} today={today} moving={moving} to={target} onClose={back} />
      )}
      {asked === 'why' && current && (
        <WhyDialog
          instanceId={current.instanceId}
          onOpenTask={onOpenTask}
          onMove={(to) => {
            setTarget(to);
            setAsked('move');
          }}
          onClose={back}
        />
      )}
      {asked === 'create' && <CreateDialog funnel={funnel} today={today} onCreated={onOpenRecord} onClose={back} />}
    </>
  );
};

const NO_FUNNELS: readonly Funnel[] = [];
const cardIdOf = ({ instanceId }: Card): string => instanceId;
const SPARE_KEYS = [
  { keys: 'Left', label: t.keys.walk },
  { keys: 'Alt+Right', label: t.keys.move },
];

const Nothing = () => <Empty title={t.empty.title}>{t.empty.text}</Empty>;
