import { createBatchRunner } from './batches/runner.ts';
import type { CoreDeps, SessionState } from './deps.ts';
import { createDispatcher, type Dispatcher } from './dispatch.ts';
import { createHandlers } from './handlers.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import { createStandingCache } from './packs/standing-cache.ts';
import { createProposalCache } from './payments/proposals.ts';
import { createProcessKeeper } from './process/keeper.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createSyncKeeper } from './sync/keeper.ts';
import { createTemplateKeeper } from './templates/keeper.ts';
import { ownFirst } from './templates/own-first.ts';
import { ensureAdmin } from './users/first-admin.ts';

export type Core = {
  readonly dispatch: Dispatcher;
  readonly newSession: () => SessionState;
  /** What happens by itself, a template saved in Word; the answer stops the listening. */
  readonly listen: (listener: (event: WireEvent) => void) => () => void;
  /** Stops the work in the background; call it before the base closes. */
  readonly stop: () => Promise<void>;
};

/** The core over an open base: every use case behind one door. */
export const createCore = (outside: CoreDeps): Core => {
  const standings = createStandingCache(outside);
  const proposals = createProposalCache(outside.base.read);
  const base: CoreDeps['base'] = {
    read: outside.base.read,
    write: (action) => {
      try {
        return outside.base.write((stores) => action(standings.watch(stores)));
      } catch (error) {
        // A standing may have been made from what was just rolled back.
        standings.forgetAll();
        throw error;
      } finally {
        proposals.forget();
      }
    },
  };
  const deps: CoreDeps = { ...outside, base, templates: ownFirst(base, outside.files, outside.templates) };
  ensureAdmin(deps);
  // Nobody but this core works on batches: one that is said to run was cut by the end of an earlier core.
  if (deps.base.read.batches.isAnyRunning()) deps.base.write((stores) => stores.batches.pauseRunning());
  const queue = createSerialQueue();
  const batches = createBatchRunner(deps, queue);
  const listeners = new Set<(event: WireEvent) => void>();
  const tell = (event: WireEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const keeper = createTemplateKeeper(deps, tell);
  keeper.start();
  const processes = createProcessKeeper(deps, standings, queue, tell);
  processes.start();
  const syncKeeper = createSyncKeeper(deps, tell);
  syncKeeper.start();
  const handlers = createHandlers(deps, standings, proposals, queue, batches, keeper, syncKeeper, processes);
  const dispatch = createDispatcher(deps, handlers);
  return {
    dispatch: (session, request, emit) => dispatch(session, request, toEverybody(emit, listeners)),
    newSession: () => ({ userId: null }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await keeper.stop();
      await processes.stop();
      await syncKeeper.stop();
      await batches.stop();
    },
  };
};

/** A change is for every window; how far a job of one has got is for that one. The caller hears each event once. */
const toEverybody =
  (caller: (event: WireEvent) => void, listeners: ReadonlySet<(event: WireEvent) => void>) =>
  (event: WireEvent): void => {
    caller(event);
    if (event.type !== 'changed') return;
    for (const listener of listeners) if (listener !== caller) listener(event);
  };
