import { debtTexts as t } from '#renderer/text/debt-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import type { DebtRow, DebtView } from './debt-rows.ts';

type Column = TableColumn<DebtRow>;
type SumField = 'billed' | 'shipped' | 'paid' | 'debt' | 'prepaid' | 'overdue';

const NOTHING = '0.00';

/** Zeros are left out: what is there to see is what somebody owes. */
const sum = (field: SumField, more: Partial<Column> = {}): Column => ({
  id: field,
  title: t.columns[field],
  width: 128,
  align: 'right',
  figure: true,
  cell: (row) => (row[field] === NOTHING || row[field] === '' ? '' : <Money value={row[field]} />),
  ...more,
});

const text = (id: 'title' | 'party' | 'due' | 'more', title: string, width: Column['width']): Column => ({
  id,
  title,
  width,
  cell: (row) => <span title={row[id]}>{row[id]}</span>,
});

const wide = { wideOnly: true };

/** Columns of each list: the sums that its question is about first. */
export const debtColumns = (view: DebtView): readonly Column[] => {
  if (view === 'advances')
    return [
      text('title', t.columns.title, 170),
      text('party', t.columns.party, 'rest'),
      sum('prepaid', { title: t.columns.sum }),
      text('due', t.columns.date, 104),
      { ...text('more', t.columns.purpose, 360), ...wide },
    ];
  const head = view === 'order' || view === 'contract' || view === 'counterparty' || view === 'age';
  return [
    text('title', t.columns.title, head ? 'rest' : 120),
    ...(view === 'order' ? [] : [text('party', head ? t.columns.orders : t.columns.party, head ? 110 : 'rest')]),
    sum('debt'),
    sum('overdue'),
    sum('prepaid'),
    sum('billed', wide),
    sum('shipped', wide),
    sum('paid', wide),
    text('due', t.columns.due, view === 'overdue' ? 190 : 110),
  ];
};
