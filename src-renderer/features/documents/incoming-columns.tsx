import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { nearDate } from '#renderer/text/dates.ts';
import { incomingTexts as t } from '#renderer/text/incoming-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';

export type IncomingRow = OutputOf<'incoming.list'>['items'][number];

const ZERO = '0.00';

const dayCell = (day: string | null, today: string) =>
  day === null ? '' : <span title={formatDate(wireDate(day))}>{nearDate(wireDate(day), wireDate(today))}</span>;

/** Columns of «Входящие». */
export const incomingColumns = (today: string): readonly TableColumn<IncomingRow>[] => [
  { id: 'title', title: t.columns.title, width: 180, cell: (row) => <b title={row.title}>{row.title}</b> },
  { id: 'number', title: t.columns.number, width: 80, figure: true, cell: (row) => row.number },
  { id: 'date', title: t.columns.date, width: 84, cell: (row) => dayCell(row.date, today) },
  {
    id: 'party',
    title: t.columns.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  {
    id: 'organisation',
    title: t.columns.organisation,
    width: 180,
    wideOnly: true,
    cell: (row) => <PartyName {...splitPartyName(row.organisation)} />,
  },
  { id: 'order', title: t.columns.order, width: 64, figure: true, cell: (row) => row.order },
  {
    id: 'sum',
    title: t.columns.sum,
    width: 104,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.sum} />,
  },
  {
    id: 'paid',
    title: t.columns.paid,
    width: 104,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.paid === ZERO ? null : row.paid} />,
  },
  { id: 'due', title: t.columns.due, width: 96, cell: (row) => dayCell(row.due, today) },
  { id: 'state', title: t.columns.state, width: 204, cell: (row) => <State row={row} today={today} /> },
  { id: 'file', title: t.columns.file, width: 72, cell: (row) => <span title={row.file ?? ''}>{row.file}</span> },
];

const State = ({ row, today }: { readonly row: IncomingRow; readonly today: string }) => {
  const [tone, words] = stepOf(row, today);
  return (
    <StatusChip medium="paper" tone={tone}>
      {words}
    </StatusChip>
  );
};

const stepOf = ({ state, kind, left, paid, due }: IncomingRow, today: string): readonly [StatusTone, string] => {
  if (state === 'annulled') return ['waiting', t.states.annulled];
  if (kind !== 'supplierInvoice') return ['settled', t.states.entered];
  if (left === ZERO) return ['settled', t.states.paid];
  const tone: StatusTone = due !== null && due <= today ? 'due' : 'waiting';
  return [tone, paid === ZERO ? t.states.owed : t.states.partly];
};
