import { useMemo, useState } from 'react';
import { reportTexts as t } from '#renderer/text/report-texts.ts';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import type { Report } from './shapes.ts';

export type ReportView = Pick<Report, 'title' | 'columns' | 'rows' | 'totals' | 'notes'>;

type Row = { readonly id: string; readonly cells: readonly string[] };

/** Words share the width by how long they are; figures take what they need. */
const widthOf = ({ columns, rows }: ReportView, place: number): TableColumn<Row>['width'] => {
  const longest = Math.max(
    columns[place]?.title.length ?? 0,
    ...rows.slice(0, 100).map((row) => row[place]?.length ?? 0),
  );
  const widest = widestText({ columns, rows });
  return place === widest ? 'rest' : Math.min(320, Math.max(72, longest * 7.5 + 24));
};

/** The column with the longest words takes the rest of the width. */
const widestText = ({ columns, rows }: Pick<ReportView, 'columns' | 'rows'>): number => {
  const lengths = columns.map(({ isNumber }, place) =>
    isNumber ? -1 : rows.slice(0, 100).reduce((sum, row) => sum + (row[place]?.length ?? 0), 0),
  );
  return lengths.indexOf(Math.max(...lengths));
};

const columnsOf = (report: ReportView): readonly TableColumn<Row>[] =>
  report.columns.map(({ code, title, isNumber }, place) => ({
    id: code,
    title,
    width: widthOf(report, place),
    ...(isNumber ? ({ align: 'right', figure: true } as const) : {}),
    cell: ({ cells }) => <span title={isNumber ? undefined : cells[place]}>{cells[place]}</span>,
  }));

type ReportTableProps = {
  readonly report: ReportView;
  readonly empty?: { readonly title: string; readonly hint: string };
};

/** Any report as a list: walked by the arrows, with its totals under it. */
export const ReportTable = ({ report, empty = { title: t.empty, hint: t.emptyHint } }: ReportTableProps) => {
  const [wanted, setWanted] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(report), [report]);
  const groups = useMemo(() => {
    const rows = report.rows.map((cells, index) => ({ id: String(index), cells }));
    return [
      { id: 'rows', rows },
      ...(report.totals === null || rows.length === 0
        ? []
        : [{ id: 'total', title: t.total, rows: [{ id: 'total', cells: report.totals }] }]),
    ];
  }, [report]);
  return (
    <DataTable
      label={report.title}
      columns={columns}
      groups={groups}
      rowId={rowId}
      current={wanted ?? groups[0]?.rows[0]?.id ?? null}
      onCurrentChange={setWanted}
      empty={<Empty title={empty.title}>{empty.hint}</Empty>}
    />
  );
};

const rowId = ({ id }: Row): string => id;
