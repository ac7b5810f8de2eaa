import { useMemo } from 'react';
import { formatDate } from '#shared/kernel/date.ts';
import { shortTitle, toSheets, wireDate } from '#renderer/parts/order-row.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Money, moneyText } from '#renderer/ui/money.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';
import type { Card, Kind } from './card.ts';
import styles from './order-pack.module.css';

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
  const chosen = pack.find(({ kind }) => kind === current);
  return (
    <>
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
      {chosen && <p className={styles.why}>{t.why(chosen.title, chosen.reason)}</p>}
    </>
  );
};

const kindOf = (item: Item): string => item.kind;

/** «95 000»: a chip has no room for kopecks that are not there. */
const shortSum = (sum: string): string => moneyText(sum).replace(/,00$/u, '');

/** «Устарел: 95 000 → 98 500», or only that the order was changed when the sum stayed; of an offer the client's word. */
const stateWords = ({ state, sum, sumNow, version, agreedVersion }: Item): string => {
  if (state === 'issued' && agreedVersion !== null)
    return agreedVersion === version ? lifeTexts.agreedMark : lifeTexts.agreedEarlier(agreedVersion);
  if (state !== 'stale') return t.states[state];
  return sum === sumNow ? lifeTexts.staleOnly : lifeTexts.stale(shortSum(sum), shortSum(sumNow));
};

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
        {item.version > 1 && `, ${lifeTexts.version(item.version)}`}
      </span>
    ),
  },
  {
    id: 'state',
    title: t.state,
    width: 272,
    cell: (item) => (
      <StatusChip medium={item.medium} tone={TONES[item.state]}>
        {stateWords(item)}
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
