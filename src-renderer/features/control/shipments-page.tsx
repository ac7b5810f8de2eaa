import { useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { ProcessTabs, type ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { controlTexts } from '#renderer/text/control-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './control.module.css';

const t = controlTexts.shipments;

type Row = OutputOf<'shipments.list'>['items'][number];

type ShipmentsPageProps = {
  readonly onTab: (tab: ProcessTab) => void;
  readonly onOpenTask: (taskId: string) => void;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onOpenRecord: (recordId: string) => void;
};

const MOST_ROWS = 300;

/** What the operator ships: orders that are paid or let through, and nothing that he would have to check himself. */
export const ShipmentsPage = ({ onTab, onOpenTask, onOpenOrder, onOpenRecord }: ShipmentsPageProps) => {
  const [date, setDate] = useState<IsoDate | null>(null);
  const answer = useQueryCall(
    'shipments.list',
    { limit: MOST_ROWS, ...(date === null ? {} : { date }) },
    { keepsPrevious: true },
  );
  const today = useBase().data?.today;
  const [wanted, setWanted] = useState<string | null>(null);
  useListFocus(answer.data !== undefined);
  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ taskId }) => taskId === wanted) ?? rows[0] ?? null;
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const actions = useMemo<readonly BarAction[]>(() => {
    const orderId = current?.orderId ?? null;
    return [
      {
        id: 'task',
        label: t.open,
        keys: 'Enter',
        primary: true,
        run: () => current && onOpenTask(current.taskId),
        ...(current === null ? { disabledReason: t.empty } : {}),
      },
      {
        id: 'order',
        label: t.order,
        keys: 'Ctrl+O',
        run: () => orderId !== null && onOpenOrder(orderId),
        ...(orderId === null ? { disabledReason: t.noOrder } : {}),
      },
      {
        id: 'record',
        label: t.record,
        keys: 'Ctrl+J',
        quiet: true,
        run: () => current && onOpenRecord(current.instanceId),
        ...(current === null ? { disabledReason: t.empty } : {}),
      },
    ];
  }, [current, onOpenTask, onOpenOrder, onOpenRecord]);
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={`${t.subtitle} · ${t.total(answer.data?.total ?? 0)}`}
        details={<ProcessTabs selected="shipments" onTab={onTab} />}
      >
        {today !== undefined && (
          <div className={styles.date}>
            <DateField label={t.date} value={date} today={wireDate(today)} onChange={setDate} />
          </div>
        )}
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {answer.data ? (
        <DataTable
          label={t.list}
          columns={COLUMNS}
          groups={groups}
          rowId={rowId}
          current={current?.taskId ?? null}
          onCurrentChange={setWanted}
          onOpen={onOpenTask}
          empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
        />
      ) : (
        !answer.error && <Skeleton lines={10} />
      )}
      <ActionBar title={t.actions} actions={actions} />
    </>
  );
};

const NO_ROWS: readonly Row[] = [];
const rowId = ({ taskId }: Row): string => taskId;

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: 'date',
    title: t.columns.date,
    width: 120,
    cell: ({ shipDate, isOverdue }) =>
      shipDate !== null && <DueDate overdue={isOverdue}>{formatDate(wireDate(shipDate))}</DueDate>,
  },
  { id: 'customer', title: t.columns.customer, width: 260, cell: ({ customer }) => <b title={customer}>{customer}</b> },
  { id: 'element', title: t.columns.element, width: 200, cell: ({ element }) => element },
  { id: 'title', title: t.columns.title, width: 'rest', cell: ({ title }) => <span title={title}>{title}</span> },
  {
    id: 'sum',
    title: t.columns.sum,
    width: 130,
    align: 'right',
    figure: true,
    cell: ({ sum }) => (sum === null ? '' : <Money value={sum} />),
  },
];
