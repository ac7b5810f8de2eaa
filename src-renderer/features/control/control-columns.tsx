import { controlTexts } from '#renderer/text/control-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { DueDate } from '#renderer/ui/due-date.tsx';
import type { ControlRow, ControlView } from './control-rows.ts';

const t = controlTexts.columns;

type Column = TableColumn<ControlRow>;
type TextField = 'title' | 'record' | 'stage' | 'holders' | 'why' | 'open' | 'today' | 'overdue';

const text = (id: TextField, title: string, width: Column['width'], more: Partial<Column> = {}): Column => ({
  id,
  title,
  width,
  cell: (row) => <span title={row[id]}>{row[id]}</span>,
  ...more,
});

const figure = { align: 'right', figure: true } as const;

const when = (title: string): Column => ({
  id: 'when',
  title,
  width: 150,
  cell: (row) => <DueDate overdue={row.isLate}>{row.when}</DueDate>,
});

/** Columns of each list of the control board. */
export const controlColumns = (view: ControlView): readonly Column[] => {
  if (view === 'people')
    return [
      text('title', t.who, 'rest'),
      text('holders', t.substitute, 220),
      text('open', t.open, 96, figure),
      text('today', t.today, 104, figure),
      text('overdue', t.overdue, 104, figure),
      when(t.oldest),
    ];
  if (view === 'overdue')
    return [
      text('title', t.task, 'rest'),
      text('record', t.record, 210),
      text('stage', t.stage, 170, { wideOnly: true }),
      text('holders', t.holders, 230),
      when(t.due),
    ];
  return [
    text('title', t.record, 240),
    text('holders', t.holders, 200, { wideOnly: true }),
    when(t.since),
    text('why', t.why, 'rest'),
  ];
};
