import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { BatchRunner } from './runner.ts';
import { summaryOf, viewBatch } from './view-batch.ts';

const unknown = (batch: string) => err(appError('batch.unknown', { batch }));

export const listBatches =
  (deps: CoreDeps): Handler<'batches.list'> =>
  (_context, { limit }) => {
    const { batches } = deps.base.read;
    return ok({ items: batches.list(limit).map((batch) => summaryOf(deps, batch)) });
  };

export const getBatch =
  (deps: CoreDeps): Handler<'batches.get'> =>
  (_context, { id }) => {
    const batch = deps.base.read.batches.get(id);
    return batch === null ? unknown(id) : ok(viewBatch(deps, batch));
  };

export const waitForBatch =
  (deps: CoreDeps, runner: BatchRunner): Handler<'batches.wait'> =>
  async (context, { id }) => {
    if (deps.base.read.batches.get(id) === null) return unknown(id);
    await runner.wait(id, context.emit);
    return ok(viewBatch(deps, requireDefined(deps.base.read.batches.get(id), 'the batch waited for')));
  };

export const pauseBatch =
  (deps: CoreDeps, runner: BatchRunner): Handler<'batches.pause'> =>
  async (_context, { id }) => {
    if (deps.base.read.batches.get(id) === null) return unknown(id);
    await runner.pause(id);
    return ok({ id });
  };

/** «Остановить» of the bottom bar: a command stops, a batch pauses after the order at hand and can be gone on with. */
export const cancelJob =
  (runner: BatchRunner): Handler<'jobs.cancel'> =>
  async (context, { jobId }) => {
    if (context.cancelJob(jobId)) return ok({ cancelled: true });
    const isBatch = runner.isRunning(jobId);
    await runner.pause(jobId);
    return ok({ cancelled: isBatch });
  };

/** «Продолжить» and «Повторить только ошибки». */
export const resumeBatch =
  (deps: CoreDeps, runner: BatchRunner): Handler<'batches.resume'> =>
  async (context, { id, onlyFailed }) => {
    if (deps.base.read.batches.get(id) === null) return unknown(id);
    if (onlyFailed) await runner.pause(id);
    const answer = context.commit((stores) => {
      if (onlyFailed) stores.batches.retryFailed(id);
      const batch = requireDefined(stores.batches.get(id), 'the batch to go on with');
      stores.batches.save({ ...batch, state: 'running', stopCode: '' });
      return { id };
    });
    runner.run(id, context);
    return ok(answer);
  };
