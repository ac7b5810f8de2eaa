import { useCallback, useMemo, useState } from 'react';
import { REGISTER_VIEWS } from '#shared/contract/closing.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { saveFile } from '#renderer/parts/save-file.ts';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useBase, useMe } from '#renderer/parts/session.ts';
import { intent } from '#renderer/parts/use-deed.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { sendingTexts } from '#renderer/text/sending-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { PaperCard, usePaper } from './paper-card.tsx';
import { paperMoves, type Tellable } from './paper-moves.ts';
import { registerActions } from './register-actions.ts';
import { registerColumns } from './register-columns.tsx';
import { askOf, isNarrowed, narrowedBy, PAGE_ROWS, type RegisterFilter, type RegisterRow } from './register-filter.ts';
import { RegisterFilters } from './register-filters.tsx';
import { SentDialog } from './sent-dialog.tsx';
import { useMoves } from './use-moves.ts';
import styles from './closing.module.css';

const t = closingTexts.register;
const ask = closingTexts.moves.ask;

const REST_MS = 150;

type RegisterPageProps = {
  readonly filter: RegisterFilter;
  readonly onFilter: (filter: RegisterFilter) => void;
  readonly org: string | undefined;
  readonly onTab: (tab: ClosingTab) => void;
  readonly onOpenOrder: (orderId: string, kind: RegisterRow['kind']) => void;
};

/** One register over paper, scans and ЭДО: where each document is, for whom we wait, and what may be told of it. */
export const RegisterPage = ({ filter, onFilter, org, onTab, onOpenOrder }: RegisterPageProps) => {
  const settled = useSettled(filter, REST_MS);
  const [sort, setSort] = useState({ columnId: 'date', descending: true });
  const { page, turn } = usePage(JSON.stringify([settled, org]));
  const answer = useQueryCall('closing.register', askOf({ filter: settled, org, sort, page }), { keepsPrevious: true });
  const today = useBase().data?.today;
  const rights = useMe().data?.rights ?? NO_RIGHTS;
  const { tell, run, error } = useMoves();
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<'send' | 'refuse' | 'decline' | null>(null);
  const [scanFile, setScanFile] = useState<HTMLInputElement | null>(null);
  useListFocus(answer.data !== undefined && today !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const looked = useSettled(current?.id ?? null, REST_MS);
  const paper = usePaper(looked);
  // Rows of an older question stay in sight until the new ones come, but nothing is told of them.
  const isOld = answer.isPlaceholderData || JSON.stringify(settled) !== JSON.stringify(filter);
  const isOwn = !isOld && paper !== undefined && paper.id === current?.id;
  const moves = useMemo(() => (isOwn ? paperMoves(paper, rights) : NO_MOVES), [isOwn, paper, rights]);
  const picked = useMemo(() => rows.filter(({ id }) => marked.has(id)), [rows, marked]);
  const columns = useMemo(() => registerColumns(today ?? ''), [today]);
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);

  const go = useCallback((id: string) => {
    setWanted(id);
    setAsked(null);
  }, []);
  const move = useCallback(
    (which: Tellable): void => {
      if (paper === undefined) return;
      if (which === 'send' || which === 'refuse' || which === 'decline') setAsked(which);
      else if (which === 'scan') scanFile?.click();
      else if (which === 'deliver' || which === 'comeBack')
        void tell.delivery(paper, which === 'deliver' ? 'delivered' : 'cameBack');
      else if (which === 'original' || which === 'electronic') void tell.received(paper, which);
      else if (which === 'accept') void tell.accept(paper, 'accept', '');
      else if (which === 'enter') void tell.enter([paper.id]);
      else void tell[which](paper);
    },
    [paper, tell, scanFile],
  );
  const actions = useMemo(() => {
    const enterable = picked.filter(({ state }) => state === 'accepted');
    return registerActions({
      current: isOld ? null : current,
      main: moves.main,
      enterable,
      move,
      enter: () => void tell.enter(enterable.map(({ id }) => id)).then(() => setMarked(new Set())),
      print: () => {
        const documents = (picked.length > 0 ? picked : current === null ? [] : [current]).map(({ id }) => id);
        void run('print.add', { ...intent(), documents }, ({ sheets }) => sendingTexts.printed(sheets));
      },
      exportAll: () =>
        void run('closing.export', narrowedBy(filter, org), ({ name, rows: count }) => t.exported(name, count)).then(
          (file) => file && saveFile(file.name, file.bytes),
        ),
      openOrder: () => current?.orderId && onOpenOrder(current.orderId, current.kind),
    });
  }, [picked, current, isOld, moves, move, tell, run, filter, org, onOpenOrder]);
  const total = answer.data?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1);
  useHotkeys(
    t.list,
    useMemo(
      () => [
        { keys: 'Shift+PgUp', label: t.previous, run: () => turn(Math.max(0, page - 1)) },
        { keys: 'Shift+PgDn', label: t.next, run: () => turn(Math.min(last, page + 1)) },
      ],
      [last, page, turn],
    ),
  );
  const views = answer.data?.views ?? [];

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={
          answer.data &&
          (total > PAGE_ROWS ? t.shown(page * PAGE_ROWS + 1, page * PAGE_ROWS + rows.length, total) : t.total(total))
        }
        facts={
          answer.data
            ? [
                { label: t.sum, kind: 'sum', value: <Money value={answer.data.sum} withCurrency /> },
                { label: t.vat, kind: 'sum', value: <Money value={answer.data.vat} withCurrency /> },
              ]
            : []
        }
        details={<ClosingTabs selected="register" onTab={onTab} />}
      >
        <FilterChips
          wraps
          label={t.filters}
          selected={filter.view ?? 'all'}
          onSelect={(id) => onFilter({ ...filter, view: REGISTER_VIEWS.find((known) => known === id) })}
          chips={REGISTER_VIEWS.map((view) => ({
            id: view,
            label: t.views[view],
            count: views.find((one) => one.view === view)?.count ?? 0,
          }))}
        />
        {today !== undefined && <RegisterFilters filter={filter} today={wireDate(today)} onFilter={onFilter} />}
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        size="slim"
        paneLabel={t.pane}
        list={
          <>
            {(asked === 'refuse' || asked === 'decline') && isOwn && (
              <ReasonEditor
                key={asked}
                label={ask[asked]}
                hint={asked === 'refuse' ? ask.refuseHint : ask.declineHint}
                verb={closingTexts.moves.reasonDone}
                onReason={(reason) => {
                  setAsked(null);
                  if (asked === 'refuse') void tell.refuse(paper, reason);
                  else void tell.accept(paper, 'decline', reason);
                }}
                onCancel={() => setAsked(null)}
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
                marked={marked}
                onMarkedChange={setMarked}
                sort={sort}
                onSort={setSort}
                onOpen={(id) => {
                  const row = rows.find((each) => each.id === id);
                  if (row?.orderId) onOpenOrder(row.orderId, row.kind);
                }}
                empty={
                  <Empty
                    title={t.nothing}
                    action={isNarrowed(filter) && <Button onClick={() => onFilter({})}>{t.clear}</Button>}
                  >
                    {t.nothingHint}
                  </Empty>
                }
              />
            ) : (
              !answer.error && <Skeleton lines={12} />
            )}
          </>
        }
        pane={
          current &&
          today !== undefined && (
            <PaperCard
              row={current}
              paper={isOwn ? paper : undefined}
              today={today}
              others={moves.others}
              onMove={move}
            />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} spareKeys={SPARE_KEYS} />}
      />
      <input
        ref={setScanFile}
        className={styles.file}
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={closingTexts.moves.scanFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined && paper !== undefined) void tell.scan(paper, file);
          event.currentTarget.value = '';
        }}
      />
      {asked === 'send' && isOwn && today !== undefined && (
        <SentDialog
          paper={paper}
          today={wireDate(today)}
          onSent={(words) => {
            setAsked(null);
            void tell.send(paper, words);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
};

/** The page of rows that is shown; other filters begin with the first one. */
const usePage = (filters: string) => {
  const [turned, setTurned] = useState({ filters, page: 0 });
  const turn = useCallback((page: number) => setTurned({ filters, page }), [filters]);
  return { page: turned.filters === filters ? turned.page : 0, turn };
};

const NO_ROWS: readonly RegisterRow[] = [];
const NO_RIGHTS: readonly never[] = [];
const NO_MOVES = { main: null, others: [] } as const;
const rowId = (row: RegisterRow): string => row.id;
const SPARE_KEYS = [
  { keys: 'Space', label: t.mark },
  { keys: 'Shift+PgDn', label: t.next },
];
