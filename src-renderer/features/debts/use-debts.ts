import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { advanceRow, dealRow, groupedRow, type DebtRow, type DebtView } from './debt-rows.ts';

type Rows = Readonly<Record<DebtView, readonly DebtRow[]>>;

/** Every list of «Долги» at once: a chip shows how many rows are behind it. */
export const useDebts = (organisationId: string | undefined) => {
  const order = useQueryCall('debts.list', { by: 'order', organisationId });
  const contract = useQueryCall('debts.list', { by: 'contract', organisationId });
  const counterparty = useQueryCall('debts.list', { by: 'counterparty', organisationId });
  const age = useQueryCall('debts.list', { by: 'age', organisationId });
  const overdue = useQueryCall('debts.overdue', { organisationId });
  const gaps = useQueryCall('debts.gaps', { organisationId });
  const advances = useQueryCall('advances.list', { organisationId });
  const answers = [order, contract, counterparty, age, overdue, gaps, advances];
  const rows = useMemo<Rows>(
    () => ({
      order: grouped('order', order.data),
      contract: grouped('contract', contract.data),
      counterparty: grouped('counterparty', counterparty.data),
      age: grouped('age', age.data),
      overdue: overdue.data?.items.map(dealRow) ?? [],
      paidNotShipped: gaps.data?.paidNotShipped.map(dealRow) ?? [],
      shippedNotPaid: gaps.data?.shippedNotPaid.map(dealRow) ?? [],
      advances: advances.data?.items.map(advanceRow) ?? [],
    }),
    [order.data, contract.data, counterparty.data, age.data, overdue.data, gaps.data, advances.data],
  );
  return {
    rows,
    total: order.data?.total,
    advances: advances.data?.sum,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    isReady: answers.every(({ data }) => data !== undefined),
  };
};

type Grouped = ReturnType<typeof useQueryCall<'debts.list'>>['data'];

const grouped = (view: DebtView, answer: Grouped): readonly DebtRow[] =>
  answer?.items.map((item) => groupedRow(view, item)) ?? [];
