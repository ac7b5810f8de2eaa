import { useCallback, useEffect, useMemo, useState } from 'react';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { debtTexts as t } from '#renderer/text/debt-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead, type PageFact } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { debtColumns } from './debt-columns.tsx';
import { DEBT_VIEWS, type DebtRow, type DebtView } from './debt-rows.ts';
import { useDebts } from './use-debts.ts';

type DebtsPageProps = {
  /** Absent: all companies of ours. */
  readonly organisationId: string | undefined;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onBack: () => void;
};

/** Who owes what, since when, and where money and papers do not meet. */
export const DebtsPage = ({ organisationId, onOpenOrder, onBack }: DebtsPageProps) => {
  const { rows, total, advances, error, isReady } = useDebts(organisationId);
  const [view, setView] = useState<DebtView>('order');
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(focusList, []);
  const shown = rows[view];
  const current = shown.find(({ id }) => id === wanted) ?? shown[0] ?? null;
  const go = useCallback((next: DebtView) => {
    setView(next);
    setWanted(null);
    focusList();
  }, []);
  const columns = useMemo(() => debtColumns(view), [view]);
  const groups = useMemo(() => [{ id: view, title: t.view[view], rows: shown }], [view, shown]);
  const actions = useMemo<readonly BarAction[]>(() => {
    const step = (by: number) => () => {
      const index = DEBT_VIEWS.indexOf(view) + by + DEBT_VIEWS.length;
      go(DEBT_VIEWS[index % DEBT_VIEWS.length] ?? view);
    };
    const orderId = current?.orderId ?? null;
    return [
      {
        id: 'open',
        label: t.open,
        keys: 'Enter',
        primary: true,
        run: () => {
          if (orderId !== null) onOpenOrder(orderId);
        },
        ...(orderId === null ? { disabledReason: t.noOrder } : {}),
      },
      { id: 'next', label: t.next, keys: 'V', run: step(1) },
      { id: 'before', label: t.before, keys: 'Shift+V', quiet: true, run: step(-1) },
      { id: 'back', label: t.back, keys: 'Backspace', quiet: true, run: onBack },
    ];
  }, [view, current, go, onOpenOrder, onBack]);
  const open = (id: string): void => {
    const orderId = shown.find((row) => row.id === id)?.orderId ?? null;
    if (orderId !== null) onOpenOrder(orderId);
  };
  const facts = useMemo<readonly PageFact[]>(() => {
    if (total === undefined) return [];
    const { debt, overdue, prepaid } = total;
    const factOf = (label: string, value: string, isOverdue = false): PageFact => ({
      label,
      kind: 'sum',
      overdue: isOverdue,
      value: <Money value={value} withCurrency />,
    });
    return [
      factOf(t.facts.debt, debt),
      factOf(t.facts.overdue, overdue, overdue !== '0.00'),
      factOf(t.facts.prepaid, prepaid),
      ...(advances === undefined ? [] : [factOf(t.facts.advances, advances)]),
    ];
  }, [total, advances]);

  return (
    <>
      <PageHead title={t.title} facts={facts} back={{ label: t.back, onClick: onBack }}>
        <FilterChips
          label={t.views}
          selected={view}
          onSelect={(id) => go(DEBT_VIEWS.find((known) => known === id) ?? view)}
          chips={DEBT_VIEWS.map((id) => ({ id, label: t.view[id], count: rows[id].length }))}
        />
      </PageHead>
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.title}
        pane={null}
        list={
          isReady ? (
            <DataTable
              label={t.view[view]}
              columns={columns}
              groups={groups}
              rowId={rowId}
              current={current?.id ?? null}
              onCurrentChange={setWanted}
              onOpen={open}
              empty={<Empty title={t.empty.title}>{t.empty.text}</Empty>}
            />
          ) : (
            error === null && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
    </>
  );
};

const rowId = (row: DebtRow): string => row.id;
