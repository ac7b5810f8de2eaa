import { useMemo, useState } from 'react';
import { reportTexts } from '#renderer/text/report-texts.ts';
import type { ReportView } from '#renderer/parts/process/report-table.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { StatusChip, type StatusTone } from '#renderer/ui/status-chip.tsx';
import type { DiffCell, DiffLine, LineChange } from './table-diff.ts';

const t = reportTexts.week;

type Row = DiffLine & { readonly id: string };

const TONES: Readonly<Record<Exclude<LineChange, 'same'>, StatusTone>> = {
  added: 'settled',
  removed: 'impossible',
  changed: 'due',
};

const planCell = (cell: DiffCell | undefined) => {
  if (cell === undefined) return '';
  if (cell.was === null) return <span title={cell.text}>{cell.text}</span>;
  return (
    <DiffText
      pieces={[
        { change: 'removed', text: cell.was },
        { change: 'same', text: ' ' },
        { change: 'added', text: cell.text },
      ]}
    />
  );
};

const CHANGE: TableColumn<Row> = {
  id: 'change',
  title: t.change,
  width: 132,
  cell: ({ change }) => change !== 'same' && <StatusChip tone={TONES[change]}>{t.changes[change]}</StatusChip>,
};

const columnsOf = ({ columns }: ReportView, isCompared: boolean): readonly TableColumn<Row>[] => {
  const own = columns.map(({ code, title, isNumber }, place): TableColumn<Row> => ({
    id: code,
    title,
    width: isNumber ? 140 : place === 1 ? 'rest' : 190,
    ...(isNumber ? { align: 'right', figure: true } : {}),
    cell: ({ cells }) => planCell(cells[place]),
  }));
  return isCompared ? [...own, CHANGE] : own;
};

type PlanTableProps = {
  readonly plan: ReportView;
  readonly lines: readonly DiffLine[];
  /** Is it compared with another version, so that the change has a column? */
  readonly isCompared: boolean;
};

/** A plan line by line; what differs from the other version is struck and underlined in its cell. */
export const PlanTable = ({ plan, lines, isCompared }: PlanTableProps) => {
  const [wanted, setWanted] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(plan, isCompared), [plan, isCompared]);
  const groups = useMemo(
    () => [{ id: 'lines', rows: lines.map((line, index) => ({ ...line, id: String(index) })) }],
    [lines],
  );
  return (
    <DataTable
      label={plan.title}
      columns={columns}
      groups={groups}
      rowId={rowId}
      current={wanted ?? groups[0]?.rows[0]?.id ?? null}
      onCurrentChange={setWanted}
      empty={
        isCompared ? (
          <Empty title={t.nothingChanged}>{t.nothingChangedHint}</Empty>
        ) : (
          <Empty title={t.empty}>{t.emptyHint}</Empty>
        )
      }
    />
  );
};

const rowId = ({ id }: Row): string => id;
