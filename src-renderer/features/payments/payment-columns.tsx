import { formatDate } from '#shared/kernel/date.ts';
import { splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { nearDate } from '#renderer/text/dates.ts';
import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { moneyText } from '#renderer/ui/money.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';
import { whereText, type PaymentRow } from './payment-row.ts';

/** Columns of the operations. */
export const paymentColumns = (today: string): readonly TableColumn<PaymentRow>[] => [
  {
    id: 'date',
    title: t.columns.date,
    width: 96,
    cell: (row) => <span title={formatDate(wireDate(row.date))}>{nearDate(wireDate(row.date), wireDate(today))}</span>,
  },
  {
    id: 'sum',
    title: t.columns.sum,
    width: 124,
    align: 'right',
    figure: true,
    cell: (row) => `${row.direction === 'incoming' ? '+' : '−'}${moneyText(row.sum)}`,
  },
  {
    id: 'party',
    title: t.columns.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  {
    id: 'where',
    title: t.columns.where,
    width: 200,
    cell: (row) => <span title={whereText(row)}>{whereText(row)}</span>,
  },
  {
    id: 'purpose',
    title: t.columns.purpose,
    width: 208,
    wideOnly: true,
    cell: (row) => <span title={row.purpose}>{row.purpose}</span>,
  },
  { id: 'state', title: t.columns.state, width: 152, wideOnly: true, cell: (row) => <State row={row} /> },
];

const State = ({ row }: { readonly row: PaymentRow }) => {
  const [tone, words] = stateOf(row);
  return <StatusChip tone={tone}>{words}</StatusChip>;
};

const stateOf = ({ isSettled, how, zone }: PaymentRow): readonly [StatusTone, string] => {
  if (isSettled) return ['settled', how === null ? t.states.auto : t.states[how]];
  if (zone === 'auto') return ['waiting', t.ready];
  return zone === 'confirm' ? ['yours', t.states.confirm] : ['due', t.states.unknown];
};
