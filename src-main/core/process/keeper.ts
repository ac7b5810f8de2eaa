import type { WireEvent } from '#shared/contract/wire.ts';
import type { CoreDeps } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { createPaperWork, type PaperWork } from './paper-work.ts';
import { withHandedOver } from './hand-over.ts';
import { createRunner, type Runner, type Ticked } from './runner.ts';

/** How often the clocks of the processes are looked at. */
const EVERY_MS = 30_000;

/** Keeps the processes going behind everybody's back: facts, clocks, papers. */
export type ProcessKeeper = {
  readonly runner: Runner;
  readonly paperWork: PaperWork;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

export const createProcessKeeper = (
  deps: CoreDeps,
  standings: StandingCache,
  queue: SerialQueue,
  tell: (event: WireEvent) => void,
): ProcessKeeper => {
  const tellOf = ({ touched, reminded }: Ticked): void => {
    for (const id of touched) tell({ type: 'changed', entity: 'process', id });
    if (reminded > 0) tell({ type: 'changed', entity: 'process', id: '' });
  };
  const runner = withTold(createRunner(deps), tellOf);
  const paperWork = withHandedOver(deps, runner, createPaperWork(deps, standings, runner, queue), tell);
  const closing = new AbortController();
  let loop: Promise<void> = Promise.resolve();

  const goOnce = async (): Promise<void> => {
    try {
      runner.tick();
      await paperWork.work();
    } catch (error) {
      deps.logger.error('process.tickFailed', {
        trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
      });
    }
  };

  const goOn = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await goOnce();
      await deps.sync.sleep(EVERY_MS, closing.signal);
    }
  };

  return {
    runner,
    paperWork,
    // A command that ends at once leaves the clocks to the program that stays.
    start: () => {
      if (deps.sync.goesByItself) loop = goOn();
    },
    stop: async () => {
      closing.abort();
      await loop;
    },
  };
};

/** Whatever made the runner go on, a clock or the question of one window: every window hears what changed by it. */
const withTold = (runner: Runner, tellOf: (ticked: Ticked) => void): Runner => {
  const told = (go: () => Ticked) => (): Ticked => {
    const ticked = go();
    tellOf(ticked);
    return ticked;
  };
  return { ...runner, catchUp: told(runner.catchUp), tick: told(runner.tick) };
};
