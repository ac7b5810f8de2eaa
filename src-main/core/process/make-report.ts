import { dayOf } from '#shared/domain/process/local-time.ts';
import { REPORTS } from './reports/reports.ts';
import type { EffectOf, Work } from './work.ts';

/** A snapshot of a report as it was at that moment: later tasks carry it, later changes do not touch it. */
export const makeReport = (work: Work, instanceId: string, { id, isLate, report, title }: EffectOf<'report'>): void => {
  if (work.isHistory(instanceId)) return;
  const { now } = work.cause;
  const build = REPORTS[report];
  const context = {
    stores: work.stores,
    people: work.people,
    library: work.world.library,
    today: dayOf(now),
    state: work.get(instanceId).state,
    instanceId,
  };
  const table = build?.(context) ?? { title, columns: [], rows: [], totals: null, notes: [] };
  work.stores.processes.addReport({ id, code: report, title, at: now, instanceId, table: { ...table, title } });
  work.deed(instanceId, { id, kind: 'report', isLate, text: title, body: { report: id } });
};
