import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { orderColumnsWithStage } from '#renderer/parts/order-columns.tsx';
import type { OrderRow } from '#renderer/parts/order-row.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { otherLayout } from '#renderer/text/keyboard-layout.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { OrderFilters } from './order-filters.tsx';
import type { OrdersFilter } from './orders-filter.ts';

type OrdersPageProps = {
  readonly filter: OrdersFilter;
  readonly onFilter: (filter: OrdersFilter) => void;
  /** ИНН of our company. */
  readonly org: string | undefined;
  readonly onOpenOrder: (id: string) => void;
};

const LIMIT = 500;
const TYPING_MS = 150;

/** «Заказы»: the whole list, narrowed by words, month and stage. */
export const OrdersPage = ({ filter, onFilter, org, onOpenOrder }: OrdersPageProps) => {
  const text = useSettled(filter.text, TYPING_MS);
  const orders = useQueryCall('orders.list', { ...filter, text, org, limit: LIMIT }, { keepsPrevious: true });
  const today = useBase().data?.today;
  const [wanted, setWanted] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const rows = orders.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  useEffect(focusList, []);

  const columns = useMemo(() => orderColumnsWithStage(today ?? ''), [today]);
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const clear = useCallback(() => onFilter({}), [onFilter]);
  const actions = useMemo(
    () => [
      {
        id: 'open',
        label: orderTexts.open,
        keys: 'Enter',
        primary: true,
        run: () => current && onOpenOrder(current.id),
      },
    ],
    [current, onOpenOrder],
  );
  const isFiltered = Boolean(filter.text ?? filter.month ?? filter.stage);
  const total = orders.data?.total ?? 0;

  return (
    <>
      <PageHead
        title={orderTexts.title}
        subtitle={total > rows.length ? orderTexts.shown(rows.length, total) : orders.data && orderTexts.total(total)}
      >
        <OrderFilters filter={filter} onFilter={onFilter} org={org} searchRef={search} />
      </PageHead>
      {orders.error && !orders.data && <PageRefusal error={orders.error} />}
      <SplitView
        paneLabel={orderTexts.title}
        pane={null}
        list={
          orders.data && today !== undefined ? (
            <DataTable
              label={orderTexts.list}
              columns={columns}
              groups={groups}
              rowId={rowId}
              current={current?.id ?? null}
              onCurrentChange={setWanted}
              onOpen={onOpenOrder}
              empty={
                isFiltered ? (
                  <NothingFound filter={filter} onFilter={onFilter} onClear={clear} />
                ) : (
                  <Empty title={orderTexts.empty.title}>{orderTexts.empty.text}</Empty>
                )
              }
            />
          ) : (
            !orders.error && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={orderTexts.actions} actions={actions} />}
      />
    </>
  );
};

const NO_ROWS: readonly OrderRow[] = [];

const rowId = (row: OrderRow): string => row.id;

type NothingFoundProps = Pick<OrdersPageProps, 'filter' | 'onFilter'> & { readonly onClear: () => void };

const NothingFound = ({ filter, onFilter, onClear }: NothingFoundProps) => {
  const other = otherLayout(filter.text ?? '');
  return (
    <Empty
      title={orderTexts.nothing.title}
      action={
        other === null ? (
          <Button onClick={onClear}>{orderTexts.filters.clear}</Button>
        ) : (
          <Button onClick={() => onFilter({ ...filter, text: other })}>{orderTexts.nothing.layout(other)}</Button>
        )
      }
    >
      {orderTexts.nothing.text}
    </Empty>
  );
};
