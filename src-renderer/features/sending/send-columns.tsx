import { splitPartyName } from '#renderer/parts/order-row.ts';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';
import type { SendRow } from './send-rows.ts';

/** To whom, how many papers, what they come to, by what number, and where they are. */
export const SEND_COLUMNS: readonly TableColumn<SendRow>[] = [
  {
    id: 'party',
    title: t.columns.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  { id: 'documents', title: t.columns.documents, width: 90, align: 'right', figure: true, cell: (row) => row.count },
  {
    id: 'sum',
    title: t.columns.sum,
    width: 110,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.sum === '0.00' ? null : row.sum} />,
  },
  {
    id: 'track',
    title: t.columns.track,
    width: 130,
    figure: true,
    cell: (row) => ('envelope' in row ? row.envelope.track : ''),
  },
  { id: 'state', title: t.columns.state, width: 196, cell: (row) => <State row={row} /> },
];

const TONES: Readonly<Record<SendRow['sort'], StatusTone>> = {
  paper: 'yours',
  scan: 'yours',
  edo: 'yours',
  prepared: 'yours',
  outbox: 'yours',
  sent: 'waiting',
  cameBack: 'due',
  delivered: 'settled',
};

const MEDIA = { paper: 'paper', scan: 'scan', edo: 'edo', outbox: 'scan' } as const;

const State = ({ row }: { readonly row: SendRow }) => (
  <StatusChip
    tone={'waiting' in row && row.waiting.address === '' ? 'due' : TONES[row.sort]}
    {...(row.sort in MEDIA ? { medium: MEDIA[row.sort as keyof typeof MEDIA] } : { medium: 'paper' as const })}
  >
    {wordsOf(row)}
  </StatusChip>
);

const wordsOf = (row: SendRow): string => {
  if ('envelope' in row) return t.states[row.envelope.state];
  if ('letter' in row) return t.letterStates[row.letter.state];
  return row.waiting.address === '' ? t.noAddressShort : t.waiting;
};
