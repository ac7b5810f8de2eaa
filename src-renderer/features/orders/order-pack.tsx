import { useMemo } from 'react';
import { formatDate } from '#shared/kernel/date.ts';
import { shortTitle, toSheets, wireDate } from '#renderer/parts/order-row.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';
import type { Card, Kind } from './card.ts';

type Item = Card['pack'][number];

const { card: t, columns } = orderTexts;

const TONES: Readonly<Record<Item['state'], StatusTone>> = {
  planned: 'yours',
  blocked: 'impossible',
  issued: 'settled',
  stale: 'due',
};

type OrderPackProps = {
  readonly pack: readonly Item[];
  readonly current: string | null;
  readonly onCurrent: (kind: Kind) => void;
  /** In a narrow window the page lies over the pack. */
  readonly onOpen: () => void;
};

/** The documents of the order, each with its number, its medium and its step. */
export const OrderPack = ({ pack, current, onCurrent, onOpen }: OrderPackProps) => {
  const groups = useMemo(() => [{ id: 'pack', rows: pack }], [pack]);
  const pick = (kind: string, act: (item: Item) => void) => {
    const item = pack.find((each) => each.kind === kind);
    if (item) act(item);
  };
  return (
    <DataTable
      fit
      label={t.pack(pack.length)}
      columns={COLUMNS}
      groups={groups}
      rowId={kindOf}
      current={current}
      onCurrentChange={(kind) => pick(kind, (item) => onCurrent(item.kind))}
      onOpen={onOpen}
    />
  );
};

const kindOf = (item: Item): string => item.kind;

const COLUMNS: readonly TableColumn<Item>[] = [
  { id: 'sheet', title: '', width: 28, cell: (item) => <Pack sheets={toSheets([item])} /> },
  {
    id: 'title',
    title: t.document,
    width: 'rest',
    cell: (item) => (
      <span title={item.reason}>
        <b>{item.number === '' ? item.title : `${shortTitle(item.kind)} ${t.number(item.number)}`}</b>{' '}
        {item.date !== null && t.of(formatDate(wireDate(item.date)))}
      </span>
    ),
  },
  {
    id: 'state',
    title: t.state,
    width: 232,
    cell: (item) => (
      <StatusChip medium={item.medium} tone={TONES[item.state]}>
        {t.states[item.state]}
      </StatusChip>
    ),
  },
  {
    id: 'sum',
    title: columns.sum,
    width: 100,
    align: 'right',
    figure: true,
    cell: (item) => <Money value={item.sum === '0.00' ? null : item.sum} />,
  },
];
