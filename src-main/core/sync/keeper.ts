import type { WireEvent } from '#shared/contract/wire.ts';
import { moscowDateOf, type IsoInstant } from '#shared/kernel/date.ts';
import type { RunOptions, SyncEngine, SyncRun } from '../../ports/sync-engine.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';
import { createSyncDesk } from './desk.ts';

/** How often a window's program asks the CRM (crm.md §4.5), before the jitter. */
const EVERY_MS = 60_000;
const JITTER = 0.3;

/** A comparison of all ids at night, or whenever there was none for so long. */
const LONGEST_WITHOUT_COMPARISON_MS = 36 * 3_600_000;

/** What the page shows of the run under way and of the last one; the base remembers the rest. */
export type RunState = {
  readonly isRunning: boolean;
  readonly last: SyncRun | null;
  /** Where the first load stood when this run began. */
  readonly begun: { readonly at: IsoInstant; readonly done: number } | null;
};

export type SyncKeeper = {
  readonly engine: SyncEngine;
  readonly start: () => void;
  /** One agreement now; joins the one under way. */
  readonly run: (accountId: string, options: Partial<RunOptions>) => Promise<SyncRun>;
  readonly stateOf: (accountId: string) => RunState;
  /** Asks the run under way to end after the page at hand. */
  readonly interrupt: (accountId: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const IDLE: RunState = { isRunning: false, last: null, begun: null };

/** Keeps the base in agreement with its CRMs behind everybody's back. */
export const createSyncKeeper = (deps: CoreDeps, tell: (event: WireEvent) => void): SyncKeeper => {
  const changed = (): void => tell({ type: 'changed', entity: 'order', id: '' });
  const engine = deps.sync.start(createSyncDesk(deps, changed), deps.base);
  const states = new Map<string, RunState>();
  const running = new Map<string, { readonly controller: AbortController; readonly finished: Promise<SyncRun> }>();
  const closing = new AbortController();
  let loop: Promise<void> = Promise.resolve();

  const stateOf = (accountId: string): RunState => states.get(accountId) ?? IDLE;
  const show = (accountId: string, state: Partial<RunState>): void => {
    states.set(accountId, { ...stateOf(accountId), ...state });
    tell({ type: 'changed', entity: 'sync', id: accountId });
  };

  const run: SyncKeeper['run'] = (accountId, options) => {
    const under = running.get(accountId);
    if (under !== undefined) return under.finished;
    const controller = new AbortController();
    options.signal?.addEventListener('abort', () => controller.abort());
    const done = deps.base.read.sync.account(accountId)?.firstLoad?.done ?? 0;
    show(accountId, { isRunning: true, begun: { at: deps.clock.now(), done } });
    const finished = engine
      .run(accountId, {
        reconcile: false,
        acceptLoss: false,
        ...options,
        signal: controller.signal,
        progress: (part, total, label) => {
          options.progress?.(part, total, label);
          tell({ type: 'changed', entity: 'sync', id: accountId });
        },
      })
      .then((last) => {
        if (last.reason === null && !controller.signal.aborted) remember(accountId);
        show(accountId, { last });
        return last;
      })
      .finally(() => {
        running.delete(accountId);
        show(accountId, { isRunning: false, begun: null });
      });
    running.set(accountId, { controller, finished });
    return finished;
  };

  const remember = (accountId: string): void =>
    deps.base.write((stores) =>
      stores.sync.saveCursor({ accountId, scope: 'agreed', value: { at: deps.clock.now() } }),
    );

  const goOnce = async (account: CrmAccount): Promise<void> => {
    try {
      await run(account.id, { reconcile: wantsComparison(deps, account) });
    } catch (error) {
      deps.logger.error('sync.failed', {
        account: account.id,
        trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
      });
    }
  };

  const goOn = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await deps.sync.sleep(EVERY_MS * (1 - JITTER + 2 * JITTER * deps.sync.random()), closing.signal);
      for (const account of deps.base.read.sync.accounts()) {
        if (closing.signal.aborted) return;
        if (account.state === 'active' && isDue(deps, stateOf(account.id))) await goOnce(account);
      }
    }
  };

  const interrupt = async (accountId: string): Promise<void> => {
    const under = running.get(accountId);
    under?.controller.abort();
    await under?.finished.catch(() => undefined);
  };

  return {
    engine,
    run,
    stateOf,
    interrupt,
    start: () => {
      if (deps.sync.goesByItself) loop = goOn();
    },
    stop: async () => {
      closing.abort();
      await Promise.all([...running.keys()].map(interrupt));
      await loop;
    },
  };
};

/** A CRM that asked for a pause is left alone until then. */
const isDue = (deps: CoreDeps, { last }: RunState): boolean => (last?.until ?? '') <= deps.clock.now();

const wantsComparison = (deps: CoreDeps, account: CrmAccount): boolean => {
  const before = deps.base.read.sync.cursor(account.id, 'reconcile')?.['at'];
  const since = typeof before === 'string' ? before : account.connectedAt;
  const now = deps.clock.now();
  if (Date.parse(now) - Date.parse(since) > LONGEST_WITHOUT_COMPARISON_MS) return true;
  const hour = new Date(Date.parse(now) + 3 * 3_600_000).getUTCHours();
  return hour >= 1 && hour < 5 && moscowDateOf(since as IsoInstant) !== deps.clock.today();
};
