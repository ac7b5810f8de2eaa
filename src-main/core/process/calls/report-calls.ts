import { appError, type AppError } from '#shared/contract/errors.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReportTable } from '../../../ports/processes.ts';
import type { Handler } from '../../deps.ts';
import { REPORTS } from '../reports/reports.ts';
import { Desk } from '../views/desk.ts';
import type { ProcessDeps } from './process-deps.ts';

const wire = ({ title, columns, rows, totals, notes }: ReportTable) => ({
  title,
  columns: columns.map((column) => ({ ...column })),
  rows: rows.map((row) => [...row]),
  totals: totals === null ? null : [...totals],
  notes: [...notes],
});

export const listReports =
  (deps: ProcessDeps): Handler<'reports.list'> =>
  (_context, { code, instance, limit, offset }) => {
    const { processes } = deps.base.read;
    const instanceIds = instance === undefined ? undefined : [instance];
    const { total, items } = processes.reports({ code, instanceIds }, { limit, offset });
    return ok({
      total,
      items: items.map((report) => ({
        ...report,
        record: report.instanceId === null ? '' : (processes.instance(report.instanceId)?.title ?? ''),
      })),
    });
  };

export const getReport =
  (deps: ProcessDeps): Handler<'reports.get'> =>
  (_context, { id }) => {
    const report = deps.base.read.processes.report(id);
    if (report === null) return err(appError('report.unknown', { report: id }));
    return ok({ ...wire(report.table), id: report.id, code: report.code, at: report.at });
  };

/** A table of this moment; null for a report that nobody makes. */
const tableOf = (
  deps: ProcessDeps,
  { code, from, to }: { readonly code: string; readonly from?: string | undefined; readonly to?: string | undefined },
): ReportTable | null => {
  const report = REPORTS[code];
  if (report === undefined) return null;
  const { people, library } = new Desk(deps.base.read, deps.runner);
  return report({
    stores: deps.base.read,
    people,
    library,
    today: deps.clock.today(),
    state: null,
    instanceId: null,
    from: from === undefined ? undefined : isoDate(from),
    to: to === undefined ? undefined : isoDate(to),
  });
};

export const makeReport =
  (deps: ProcessDeps): Handler<'reports.make'> =>
  (_context, input) => {
    deps.runner.catchUp();
    const table = tableOf(deps, input);
    return table === null ? err(appError('report.unknown', { report: input.code })) : ok(wire(table));
  };

/** A kept report, or one of this moment, as a workbook or as pages. */
export const exportReport =
  (deps: ProcessDeps): Handler<'reports.export'> =>
  async ({ signal }, { id, code = '', from, to, format }) => {
    deps.runner.catchUp();
    const table =
      id === undefined ? tableOf(deps, { code, from, to }) : (deps.base.read.processes.report(id)?.table ?? null);
    if (table === null) return err(appError('report.unknown', { report: id ?? code }));
    const name = `${table.title.replaceAll(/[\\/:*?"<>|]/gu, ' ')} ${formatDate(deps.clock.today())}.${format}`;
    const bytes = format === 'xlsx' ? ok(await workbookOf(deps, table)) : await pagesOf(deps, table, signal);
    return bytes.ok ? ok({ name, bytes: Buffer.from(bytes.value).toString('base64') }) : bytes;
  };

/** Figures become figures in a workbook, so that they can be added up there. */
const workbookOf = (deps: ProcessDeps, { title, columns, rows, totals }: ReportTable): Promise<Uint8Array> => {
  const line = (cells: readonly string[]) =>
    cells.map((cell, place) => (columns[place]?.isNumber ? (figureOf(cell) ?? cell) : cell));
  const widths = columns.map(({ title: head }, place) =>
    Math.min(50, Math.max(10, head.length, ...rows.slice(0, 200).map((row) => row[place]?.length ?? 0))),
  );
  const sheet = {
    name: title.slice(0, 31),
    widths,
    rows: [columns.map((column) => column.title), ...rows.map(line), ...(totals === null ? [] : [line(totals)])],
  };
  return deps.oneC.workbook([sheet]);
};

const figureOf = (cell: string): number | null => {
  const plain = cell
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace('\u2212', '-')
    .replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null;
};

const pagesOf = async (
  deps: ProcessDeps,
  table: ReportTable,
  signal: AbortSignal,
): Promise<Result<Uint8Array, AppError>> => {
  if ((await deps.pdf.engine()) === null) return err(appError('pdf.noEngine', {}));
  const [made] = await deps.pdf.convert([await deps.papers.tableSheet(table)], signal);
  return made?.ok ? ok(made.value.pdf) : err(appError('pdf.failed', { count: 1, total: 1 }));
};
