import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { choosePapers } from './choose-papers.ts';
import { periodOf } from './period.ts';
import { createSummaryCounter } from './summary.ts';

/** The same look at the period as an export takes, without writing anything. */
export const previewExport =
  (deps: CoreDeps): Handler<'exchange.preview'> =>
  (_context, input) => {
    const { read } = deps.base;
    const asked = periodOf(read, input);
    if (!asked.ok) return asked;
    const counter = createSummaryCounter();
    for (const chosen of choosePapers(read, asked.value.period, input.onlyChanged)) counter.add(chosen, []);
    const { period } = asked.value;
    return ok(counter.finish(read.oneC.registerTotals(period), read.incoming.totals(period)).summary);
  };
