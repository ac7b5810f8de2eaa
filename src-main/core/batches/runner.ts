import type { WireEvent } from '#shared/contract/wire.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Batch } from '../../ports/batches.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { finishItems } from './finish-items.ts';
import { issueItem, type Attempt } from './issue-item.ts';

/** Some fifty documents: what an engine converts in one start (`in-batches.ts`). */
const ORDERS_IN_SLICE = 16;

type Emit = (event: WireEvent) => void;

type Run = { readonly controller: AbortController; readonly finished: Promise<void>; readonly listeners: Set<Emit> };

/** Works on batches behind everybody's back: a call begins one and answers at once. */
export type BatchRunner = {
  /** Begins or goes on; nothing when it runs already. The caller's rights and name are the ones of the work. */
  readonly run: (batchId: string, context: CallContext) => void;
  readonly isRunning: (batchId: string) => boolean;
  /** Asks it to stop after the order at hand and waits for that. */
  readonly pause: (batchId: string) => Promise<void>;
  /** Waits until nobody works on it, telling progress meanwhile. */
  readonly wait: (batchId: string, emit: Emit) => Promise<void>;
  /** The core closes: all work stops, and goes on at the next start as after a crash. */
  readonly stop: () => Promise<void>;
};

export const createBatchRunner = (deps: CoreDeps, queue: SerialQueue): BatchRunner => {
  const runs = new Map<string, Run>();
  let isClosing = false;

  const run = (batchId: string, caller: CallContext): void => {
    const known = runs.get(batchId);
    if (known) {
      known.listeners.add(caller.emit);
      return;
    }
    const controller = new AbortController();
    const listeners = new Set<Emit>([caller.emit]);
    const emit: Emit = (event) => {
      for (const listener of listeners) listener(event);
    };
    const { signal } = controller;
    const context: CallContext = {
      ...caller,
      commandId: null,
      signal,
      progress: () => undefined,
      // The window asks everything again at each change: once for a slice is enough.
      emit: (event) => {
        if (event.type !== 'changed') emit(event);
      },
    };
    const finished = work(deps, queue, context, batchId, emit)
      .catch((error: unknown) => {
        deps.logger.error('batch.stopped', {
          batch: batchId,
          trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
        });
        return 'disk.failed';
      })
      .then((stopCode) => {
        runs.delete(batchId);
        if (!isClosing) close(deps, batchId, stopCode);
        tell(deps, batchId, emit);
      });
    runs.set(batchId, { controller, finished, listeners });
  };

  const pause = async (batchId: string): Promise<void> => {
    const running = runs.get(batchId);
    running?.controller.abort();
    await running?.finished;
  };

  return {
    run,
    pause,
    isRunning: (batchId) => runs.has(batchId),
    wait: async (batchId, emit) => {
      const running = runs.get(batchId);
      running?.listeners.add(emit);
      await running?.finished;
    },
    stop: async () => {
      isClosing = true;
      await Promise.all([...runs.keys()].map(pause));
      isClosing = false;
    },
  };
};

/** Works through what has no end yet; answers with the code of the refusal that stopped it, or nothing. */
const work = async (
  deps: CoreDeps,
  queue: SerialQueue,
  context: CallContext,
  batchId: string,
  emit: Emit,
): Promise<string> => {
  const { signal } = context;
  for (;;) {
    const batch = requireDefined(deps.base.read.batches.get(batchId), 'the batch at work');
    const slice = deps.base.read.batches.nextItems(batchId, ORDERS_IN_SLICE);
    if (slice.length === 0 || signal.aborted) return '';
    const began = performance.now();
    const made: Extract<Attempt, { outcome: 'issued' }>[] = [];
    let stopCode = '';
    for (const item of slice) {
      if (signal.aborted) break;
      const attempt = await issueItem(deps, queue, context, batch, item);
      if (attempt.outcome === 'stopped') {
        stopCode = attempt.code;
        break;
      }
      if (attempt.outcome === 'issued') made.push(attempt);
      tell(deps, batchId, emit);
    }
    await finishItems(deps, batch, made, signal);
    const workedMs = batch.workedMs + Math.round(performance.now() - began);
    deps.base.write((stores) => stores.batches.save({ ...batch, workedMs }));
    tell(deps, batchId, emit);
    emit({ type: 'changed', entity: 'document', id: '' });
    if (stopCode !== '') return stopCode === 'pack.cancelled' ? '' : stopCode;
  }
};

const close = (deps: CoreDeps, batchId: string, stopCode: string): void => {
  const batch = deps.base.read.batches.get(batchId);
  // A demonstration base may have been cleared under it.
  if (batch === null) return;
  const state = deps.base.read.batches.nextItems(batchId, 1).length === 0 ? 'done' : 'paused';
  deps.base.write((stores) => stores.batches.save({ ...batch, state, stopCode }));
};

const EVENT_STATES = { running: 'running', paused: 'cancelled', done: 'done' } as const satisfies Record<
  Batch['state'],
  string
>;

const tell = (deps: CoreDeps, batchId: string, emit: Emit): void => {
  const batch = deps.base.read.batches.get(batchId);
  if (batch === null) return;
  const { pending, issued, done, failed } = deps.base.read.batches.countsOf(batchId);
  const begun = issued + done + failed;
  emit({
    type: 'job',
    jobId: batchId,
    done: begun,
    total: pending + begun,
    label: failed === 0 ? 'Выпуск по заказам' : `Выпуск по заказам · ошибок: ${failed}`,
    state: EVENT_STATES[batch.state],
  });
};
