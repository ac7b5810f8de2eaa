import { appError } from '#shared/contract/errors.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { err, ok } from '#shared/kernel/result.ts';
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

export const makeReport =
  (deps: ProcessDeps): Handler<'reports.make'> =>
  (_context, { code, from, to }) => {
    deps.runner.catchUp();
    const report = REPORTS[code];
    if (report === undefined) return err(appError('report.unknown', { report: code }));
    const { people, library } = new Desk(deps.base.read, deps.runner);
    const table = report({
      stores: deps.base.read,
      people,
      library,
      today: deps.clock.today(),
      state: null,
      instanceId: null,
      from: from === undefined ? undefined : isoDate(from),
      to: to === undefined ? undefined : isoDate(to),
    });
    return ok(wire(table));
  };
