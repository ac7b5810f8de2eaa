import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { PaperChip } from '#renderer/parts/paper-row.tsx';
import { nearDate } from '#renderer/text/dates.ts';
import { documentTexts as t } from '#renderer/text/document-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';

export type DocumentRow = OutputOf<'documents.list'>['items'][number];

/** Columns of the register. */
export const documentColumns = (today: string): readonly TableColumn<DocumentRow>[] => [
  { id: 'title', title: t.columns.title, width: 230, cell: (row) => <b title={row.title}>{row.title}</b> },
  { id: 'number', title: t.columns.number, width: 96, figure: true, cell: (row) => row.number },
  {
    id: 'date',
    title: t.columns.date,
    width: 92,
    cell: (row) => <span title={formatDate(wireDate(row.date))}>{nearDate(wireDate(row.date), wireDate(today))}</span>,
  },
  {
    id: 'party',
    title: t.columns.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  {
    id: 'organisation',
    title: t.columns.organisation,
    width: 190,
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
    cell: (row) => <Money value={row.sum === '0.00' ? null : row.sum} />,
  },
  { id: 'state', title: t.columns.state, width: 212, cell: (row) => <State row={row} /> },
  { id: 'files', title: t.columns.files, width: 92, cell: (row) => row.files.map(({ format }) => format).join(', ') },
];

/** Where it stands; an order that was changed afterwards is told before that. */
const State = ({ row }: { readonly row: DocumentRow }) =>
  row.stale && row.state !== 'annulled' ? (
    <StatusChip medium={row.medium} tone="due">
      {t.states.stale}
    </StatusChip>
  ) : (
    <PaperChip paper={row} />
  );
