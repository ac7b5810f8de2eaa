import { formatDate } from '#shared/kernel/date.ts';
import { nearDate } from '#renderer/text/dates.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PaperName } from '#renderer/ui/paper-name.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { shortTitle, splitPartyName, wireDate } from './order-row.ts';
import type { PaperBrief } from './paper-row.tsx';

const { columns: t } = wayTexts;

/** What every list of documents on their way begins with; the caller adds its own. */
export const paperColumns = <Row extends PaperBrief>(today: string): readonly TableColumn<Row>[] => [
  {
    id: 'document',
    title: t.document,
    width: 150,
    cell: (row) => (
      <PaperName title={shortTitle(row.kind)} number={row.number} whole={wayTexts.document(row.title, row.number)} />
    ),
  },
  {
    id: 'date',
    title: t.date,
    width: 96,
    cell: (row) => <span title={formatDate(wireDate(row.date))}>{nearDate(wireDate(row.date), wireDate(today))}</span>,
  },
  {
    id: 'counterparty',
    title: t.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  {
    id: 'organisation',
    title: t.organisation,
    width: 180,
    wideOnly: true,
    cell: (row) => <PartyName {...splitPartyName(row.organisation)} />,
  },
  { id: 'order', title: t.order, width: 60, figure: true, cell: (row) => row.order },
  {
    id: 'sum',
    title: t.sum,
    width: 104,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.sum === '0.00' ? null : row.sum} />,
  },
];
