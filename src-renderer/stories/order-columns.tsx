import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import type { StoryOrder } from './today-data.tsx';

export const ORDER_COLUMNS: readonly TableColumn<StoryOrder>[] = [
  { id: 'number', title: 'Заказ', width: 56, figure: true, sortable: true, cell: (order) => <b>{order.number}</b> },
  {
    id: 'party',
    title: 'Контрагент',
    width: 'rest',
    cell: (order) => <PartyName name={order.name} form={order.form} />,
  },
  { id: 'organisation', title: 'Организация', width: 178, wideOnly: true, cell: (order) => order.organisation },
  { id: 'manager', title: 'Менеджер', width: 92, wideOnly: true, cell: (order) => order.manager },
  { id: 'pack', title: 'Комплект', width: 112, cell: (order) => <Pack sheets={order.pack} /> },
  {
    id: 'sum',
    title: 'Сумма, ₽',
    width: 100,
    align: 'right',
    figure: true,
    cell: (order) => <Money value={order.sum} />,
  },
  {
    id: 'due',
    title: 'Срок',
    width: 96,
    sortable: true,
    cell: (order) => <DueDate overdue={order.overdue ?? false}>{order.due}</DueDate>,
  },
];
