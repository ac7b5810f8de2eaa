import type { OutputOf } from '#shared/contract/index.ts';
import { holdersText } from '#renderer/parts/process/holders.ts';
import { momentText, shortMoment } from '#renderer/parts/process/moments.ts';
import { boardTexts } from '#renderer/text/board-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Money } from '#renderer/ui/money.tsx';

export type RecordRow = OutputOf<'records.list'>['items'][number];

const t = boardTexts.list.columns;

/** Columns of the journal of records: what it is, where it stands, who holds it, and why. */
export const recordColumns = (today: string): readonly TableColumn<RecordRow>[] => [
  { id: 'title', title: t.title, width: 220, cell: ({ title }) => <b title={title}>{title}</b> },
  { id: 'process', title: t.process, width: 170, cell: ({ processTitle }) => processTitle },
  { id: 'stage', title: t.stage, width: 180, cell: ({ stageTitle }) => stageTitle },
  {
    id: 'since',
    title: t.since,
    width: 92,
    cell: ({ days, stageSince }) => (
      <span title={stageSince === '' ? '' : momentText(stageSince, today)}>{boardTexts.age(days)}</span>
    ),
  },
  { id: 'holders', title: t.holders, width: 'rest', cell: ({ holders }) => holdersText(holders) },
  {
    id: 'due',
    title: t.due,
    width: 96,
    cell: ({ dueAt, isOverdue }) =>
      dueAt !== null && <DueDate overdue={isOverdue}>{shortMoment(dueAt, today)}</DueDate>,
  },
  {
    id: 'sum',
    title: t.sum,
    width: 124,
    align: 'right',
    figure: true,
    cell: ({ sum }) => (sum === null ? '' : <Money value={sum} />),
  },
  { id: 'why', title: t.why, width: 420, wideOnly: true, cell: ({ why }) => <span title={why}>{why}</span> },
];
