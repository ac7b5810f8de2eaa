import type { CoreDeps, SessionState } from './deps.ts';
import { createDispatcher, type Dispatcher } from './dispatch.ts';
import { createHandlers } from './handlers.ts';
import { createStandingCache } from './packs/standing-cache.ts';
import { ensureAdmin } from './users/first-admin.ts';

export type Core = { readonly dispatch: Dispatcher; readonly newSession: () => SessionState };

/** The core over an open base: every use case behind one door. */
export const createCore = (outside: CoreDeps): Core => {
  const standings = createStandingCache(outside);
  const base: CoreDeps['base'] = {
    read: outside.base.read,
    write: (action) => {
      try {
        return outside.base.write((stores) => action(standings.watch(stores)));
      } catch (error) {
        // A standing may have been made from what was just rolled back.
        standings.forgetAll();
        throw error;
      }
    },
  };
  const deps: CoreDeps = { ...outside, base };
  ensureAdmin(deps);
  return { dispatch: createDispatcher(deps, createHandlers(deps, standings)), newSession: () => ({ userId: null }) };
};
