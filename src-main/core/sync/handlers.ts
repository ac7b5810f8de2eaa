import type { syncContract } from '#shared/contract/sync.ts';
import type { CoreDeps, Handlers } from '../deps.ts';
import { connectCrm, disconnectCrm, probeCrm } from './connect.ts';
import { listConflicts, resolveConflict } from './conflicts.ts';
import type { SyncKeeper } from './keeper.ts';
import { dropEntry, pauseSync, retryEntry, saveSyncSettings, syncSettings, syncStatus } from './manage.ts';
import { syncOnce } from './once.ts';
import { syncQueue } from './queue.ts';

/** Calls about the exchange with a CRM. */
export const createSyncHandlers = (deps: CoreDeps, keeper: SyncKeeper): Pick<Handlers, keyof typeof syncContract> => ({
  'sync.probe': probeCrm(keeper),
  'sync.connect': connectCrm(deps, keeper),
  'sync.disconnect': disconnectCrm(deps, keeper),
  'sync.settings': syncSettings(deps),
  'sync.saveSettings': saveSyncSettings(deps, keeper),
  'sync.once': syncOnce(deps, keeper),
  'sync.status': syncStatus(deps, keeper),
  'sync.pause': pauseSync(deps, keeper),
  'sync.queue': syncQueue(deps),
  'sync.retry': retryEntry(deps),
  'sync.drop': dropEntry(deps),
  'sync.conflicts': listConflicts(deps),
  'sync.resolve': resolveConflict(deps),
});
