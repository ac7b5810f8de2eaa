import { saveBytes } from '#renderer/parts/save-file.ts';
import type { ReportView } from './report-table.tsx';

const quoted = (cell: string): string => (/[;"\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The table as Excel opens it in Russia: semicolons, a mark of UTF-8, decimal commas as printed. */
export const csvOf = ({ columns, rows, totals }: Pick<ReportView, 'columns' | 'rows' | 'totals'>): string => {
  const lines = [columns.map(({ title }) => title), ...rows, ...(totals === null ? [] : [totals])];
  return `\uFEFF${lines.map((line) => line.map((cell) => quoted(cell.replaceAll('\u00A0', ' '))).join(';')).join('\r\n')}\r\n`;
};

/** Hands a report to the person as a table file; gives its name. */
export const saveTable = (report: ReportView): string => {
  const name = `${report.title.replaceAll(/[\\/:*?"<>|]/gu, ' ')}.csv`;
  saveBytes(name, [new TextEncoder().encode(csvOf(report))]);
  return name;
};
