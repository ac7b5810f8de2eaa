import type { SyncTools } from '#main/ports/sync-engine.ts';
import { err } from '#shared/kernel/result.ts';

const STOP = { code: 'crm.stopped', data: { message: 'В этой проверке CRM нет', action: 'tryAgain' } } as const;

/** An exchange with nobody, for tests of everything else. */
export const noSync: SyncTools = {
  start: () => ({
    probe: () => Promise.resolve(err(STOP)),
    prepare: () => Promise.resolve(err(STOP)),
    run: () => Promise.resolve({ pulled: 0, pushed: 0, until: null, reason: STOP, isStopped: true }),
    refresh: () => undefined,
    limits: () => null,
    forget: () => Promise.resolve(),
  }),
  sleep: () => Promise.resolve(),
  random: () => 0.5,
  goesByItself: false,
};
