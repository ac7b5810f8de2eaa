import { printedNumber } from '#renderer/parts/process/table-numbers.ts';
import type { ChartSeries } from '#renderer/ui/chart.tsx';

type Table = {
  readonly columns: readonly { readonly code: string; readonly title: string }[];
  readonly rows: readonly (readonly string[])[];
};

type ChartPlan = {
  readonly kind: 'bars' | 'line';
  /** The column under the bars. */
  readonly label: string;
  readonly values: readonly string[];
  /** Rows of one label are added together: many orders of one employee. */
  readonly isSummed?: boolean;
};

/** What is worth a picture in each report; the others are tables only. */
const PLANS: Readonly<Record<string, ChartPlan | undefined>> = {
  'order-profit': { kind: 'bars', label: 'order', values: ['income', 'profit'] },
  'profit-by-counterparty': { kind: 'bars', label: 'client', values: ['income', 'profit'] },
  conversion: { kind: 'bars', label: 'who', values: ['leads', 'requests', 'orders'] },
  'cash-forecast': { kind: 'line', label: 'day', values: ['rest'] },
  'cost-margin': { kind: 'bars', label: 'order', values: ['sum', 'cost'], isSummed: true },
  'completed-orders': { kind: 'bars', label: 'who', values: ['sum'], isSummed: true },
  'receipts-expenses': { kind: 'bars', label: 'day', values: ['in', 'out'] },
  debtors: { kind: 'bars', label: 'customer', values: ['debt', 'overdue'] },
};

/** More bars than this are a comb: the first ones are drawn, the table has all. */
const MOST_LABELS = 24;

export type ChartView = {
  readonly kind: 'bars' | 'line';
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
};

/** The picture of a report; null when there is nothing to draw. */
export const reportChart = (code: string, { columns, rows }: Table): ChartView | null => {
  const plan = PLANS[code];
  const placeOf = (wanted: string): number => columns.findIndex((column) => column.code === wanted);
  if (plan === undefined || rows.length === 0 || placeOf(plan.label) === -1) return null;
  const label = placeOf(plan.label);
  const groups = plan.isSummed
    ? [...Map.groupBy(rows, (row) => row[label] ?? '')]
    : rows.map((row) => [row[label] ?? '', [row]] as const);
  const shown = groups.slice(0, MOST_LABELS);
  const series = plan.values.flatMap((wanted) => {
    const place = placeOf(wanted);
    const title = columns[place]?.title;
    if (title === undefined) return [];
    const sumOf = (own: readonly (readonly string[])[]): number =>
      own.reduce((sum, row) => sum + (printedNumber(row[place] ?? '') ?? 0), 0);
    return [{ title, values: shown.map(([, own]) => sumOf(own)) }];
  });
  return series.length === 0 ? null : { kind: plan.kind, labels: shown.map(([name]) => name), series };
};
