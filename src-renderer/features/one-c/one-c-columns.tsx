import { splitPartyName } from '#renderer/parts/order-row.ts';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import type { OneCRow } from './one-c-row.ts';

const document: TableColumn<OneCRow> = {
  id: 'document',
  title: t.columns.document,
  width: 250,
  cell: (row) => <b title={row.document}>{row.document}</b>,
};
const sum: TableColumn<OneCRow> = {
  id: 'sum',
  title: t.columns.sum,
  width: 110,
  align: 'right',
  figure: true,
  cell: (row) => <Money value={row.sum} />,
};

/** The reason takes the rest of the width: it is what a person reads. */
export const listColumns: readonly TableColumn<OneCRow>[] = [
  document,
  {
    id: 'party',
    title: t.columns.party,
    width: 190,
    wideOnly: true,
    cell: (row) => <PartyName {...splitPartyName(row.party)} />,
  },
  sum,
  { id: 'why', title: t.columns.why, width: 'rest', cell: (row) => <span title={row.why}>{row.why}</span> },
];

export const comparedColumns: readonly TableColumn<OneCRow>[] = [
  document,
  { id: 'party', title: t.columns.party, width: 'rest', cell: (row) => <PartyName {...splitPartyName(row.party)} /> },
  sum,
  {
    id: 'other',
    title: t.columns.other,
    width: 110,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.other} />,
  },
];
