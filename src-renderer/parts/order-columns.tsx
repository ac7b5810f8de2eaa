import { nearDate } from '#renderer/text/dates.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { isOverdue, splitPartyName, toSheets, wireDate, type OrderRow } from './order-row.ts';

const { columns } = orderTexts;

/** Columns of every list of orders; terms are told relative to `today`. */
export const orderColumns = (today: string): readonly TableColumn<OrderRow>[] => [
  { id: 'number', title: columns.number, width: 56, figure: true, cell: (row) => <b>{row.number}</b> },
  {
    id: 'party',
    title: columns.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  {
    id: 'organisation',
    title: columns.organisation,
    width: 190,
    wideOnly: true,
    cell: (row) => <PartyName {...splitPartyName(row.organisation)} />,
  },
  { id: 'manager', title: columns.manager, width: 110, wideOnly: true, cell: (row) => row.manager },
  { id: 'pack', title: columns.pack, width: 134, cell: (row) => <Pack sheets={toSheets(row.pack)} /> },
  { id: 'sum', title: columns.sum, width: 100, align: 'right', figure: true, cell: (row) => <Money value={row.sum} /> },
  { id: 'due', title: columns.due, width: 96, cell: (row) => <Due row={row} today={today} /> },
];

/** The same with the stage, where the list is not about terms. */
export const orderColumnsWithStage = (today: string): readonly TableColumn<OrderRow>[] =>
  orderColumns(today).flatMap((column) =>
    column.id === 'organisation'
      ? [{ ...column, wideOnly: false }]
      : column.id === 'pack'
        ? [
            {
              id: 'stage',
              title: columns.stage,
              width: 190,
              cell: (row: OrderRow) => <span title={row.stage}>{row.stage}</span>,
            },
            column,
          ]
        : [column],
  );

const Due = ({ row, today }: { readonly row: OrderRow; readonly today: string }) => {
  if (row.dueDate === null) return null;
  const isSettled = row.pack.every((sheet) => sheet.state === 'issued');
  return (
    <DueDate overdue={!isSettled && isOverdue(row.dueDate, today)}>
      {nearDate(wireDate(row.dueDate), wireDate(today))}
    </DueDate>
  );
};
