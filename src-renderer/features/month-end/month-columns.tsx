import { orderColumns } from '#renderer/parts/order-columns.tsx';
import type { OrderRow } from '#renderer/parts/order-row.ts';
import { monthEndTexts as t } from '#renderer/text/month-end-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';

/** Orders of a closed month: no terms any more, but how their papers travel. */
export const monthColumns = (today: string): readonly TableColumn<OrderRow>[] =>
  orderColumns(today).flatMap((column) => {
    if (column.id === 'due') return [];
    return column.id === 'pack'
      ? [{ id: 'medium', title: t.medium, width: 76, cell: ({ medium }: OrderRow) => t.media[medium] }, column]
      : [column];
  });
