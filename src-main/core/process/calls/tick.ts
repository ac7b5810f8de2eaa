import { ok } from '#shared/kernel/result.ts';
import type { Handler } from '../../deps.ts';
import type { ProcessDeps } from './process-deps.ts';

/** Rings what is due now, for whoever does not want to wait for the minute; the answer to a retry is the first one's. */
export const tickProcesses =
  (deps: ProcessDeps): Handler<'processes.tick'> =>
  async (context) => {
    const { rung, late, facts } = deps.runner.tick();
    await deps.paperWork.work();
    return ok(context.commit(() => ({ rung, late, facts, now: deps.runner.now() })));
  };
