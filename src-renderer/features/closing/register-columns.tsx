import { formatDate } from '#shared/kernel/date.ts';
import { paperColumns } from '#renderer/parts/paper-columns.tsx';
import { PaperChip } from '#renderer/parts/paper-row.tsx';
import { wireDate } from '#renderer/parts/order-row.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import type { RegisterRow } from './register-filter.ts';

const { columns: t } = wayTexts;

const SORTABLE: readonly string[] = ['date', 'counterparty', 'sum'];

/** The order stands in the card; in a narrow window its column gives way to names. */
const WIDE: Readonly<Record<string, { readonly wideOnly: true }>> = { order: { wideOnly: true } };

/** One register over paper, scans and ЭДО. */
export const registerColumns = (today: string): readonly TableColumn<RegisterRow>[] => [
  ...paperColumns<RegisterRow>(today).map((column) => ({
    ...column,
    sortable: SORTABLE.includes(column.id),
    ...WIDE[column.id],
  })),
  { id: 'manager', title: t.manager, width: 120, wideOnly: true, cell: (row) => row.manager },
  {
    id: 'sentOn',
    title: t.sent,
    width: 92,
    wideOnly: true,
    sortable: true,
    cell: (row) => (row.sentOn === null ? '' : formatDate(wireDate(row.sentOn))),
  },
  {
    id: 'state',
    title: t.state,
    width: 212,
    sortable: true,
    cell: (row) => <PaperChip paper={row} {...(row.awaited ? { days: row.daysAwaited } : {})} />,
  },
];
