import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sha256Hasher } from '#main/adapters-node/hasher.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Secrets } from '#main/ports/secrets.ts';
import type { SyncTools } from '#main/ports/sync-engine.ts';
import { composeEntry } from '#main/sync/make-connector.ts';
import { createSyncEngine } from '#main/sync/engine/engine.ts';
import { createConnectorsApart } from '#main/sync/thread/connectors-apart.ts';
import { createCrmKeys } from './crm-keys.ts';
import { systemPace } from './system-pace.ts';

type Parts = {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Folder of the base. */
  readonly folder: string;
  readonly secrets: Secrets;
  readonly goesByItself: boolean;
  /** The bundled script of the thread that talks to CRMs. */
  readonly threadUrl: URL;
};

/** A page of a whole portal with everything in it is some ten megabytes. */
const THREAD_MEMORY_MB = 512;

/** Queued writes go at most so often (crm.md §4.3). */
const WRITE_PAUSE_MS = 1000;

/** The exchange of this machine: an engine here, where the base is, connectors in a thread of their own, keys where the system keeps them. */
export const createSyncTools = (parts: Parts): { readonly tools: SyncTools; readonly close: () => Promise<void> } => {
  const { clock, logger, folder, secrets, goesByItself, threadUrl } = parts;
  const apart = createConnectorsApart({
    start: () => new Worker(threadUrl, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB } }),
    pace: systemPace,
    logger,
  });
  const outside = {
    clock,
    logger,
    random: systemRandom,
    hash: sha256Hasher,
    keys: createCrmKeys(secrets, join(folder, 'crm.key')),
    pace: systemPace,
    compose: composeEntry,
    makeConnector: apart.makeConnector,
    writePauseMs: WRITE_PAUSE_MS,
    reached: () => undefined,
  };
  const tools: SyncTools = {
    start: (desk, base) => createSyncEngine(outside, desk, base),
    sleep: systemPace.sleep,
    random: systemPace.random,
    goesByItself,
  };
  return { tools, close: apart.close };
};
