import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createNodeHttp } from '#main/adapters-node/http.ts';
import { sha256Hasher } from '#main/adapters-node/hasher.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Secrets } from '#main/ports/secrets.ts';
import type { SyncTools } from '#main/ports/sync-engine.ts';
import { composeEntry, createConnectorMaker } from '#main/sync/make-connector.ts';
import { createSyncEngine } from '#main/sync/engine/engine.ts';
import type { Pace } from '#main/sync/transport/pace.ts';
import { createCrmKeys } from './crm-keys.ts';

type Parts = {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Folder of the base. */
  readonly folder: string;
  readonly secrets: Secrets;
  readonly goesByItself: boolean;
};

/** Queued writes go at most so often (crm.md §4.3). */
const WRITE_PAUSE_MS = 1000;

/** The exchange of this machine: an engine over real connectors, real waits, keys where the system keeps them. */
export const createSyncTools = ({ clock, logger, folder, secrets, goesByItself }: Parts): SyncTools => {
  const parts = {
    clock,
    logger,
    random: systemRandom,
    hash: sha256Hasher,
    keys: createCrmKeys(secrets, join(folder, 'crm.key')),
    pace: systemPace,
    compose: composeEntry,
    makeConnector: createConnectorMaker({ http: createNodeHttp(), pace: systemPace, log: logger }),
    writePauseMs: WRITE_PAUSE_MS,
    reached: () => undefined,
  };
  return {
    start: (desk, base) => createSyncEngine(parts, desk, base),
    sleep: systemPace.sleep,
    random: systemPace.random,
    goesByItself,
  };
};

const systemPace: Pace = {
  now: Date.now,
  sleep: async (ms, signal) => {
    if (signal.aborted) return;
    // A pause that was called off ends early; that is no failure.
    await wait(ms, undefined, { signal }).catch(() => undefined);
  },
  random: Math.random,
};
