import { createLogger, fileLines } from '#main/adapters-node/logger.ts';
import { writeFileAtomically } from '#main/adapters-node/atomic-write.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Random } from '#main/ports/random.ts';

/** What a process around the core needs for itself; the core composes its own. */
export type ProcessTools = { readonly random: Random; readonly logger: Logger };

/** `logFile`: where lines of the log go. */
export const createProcessTools = (logFile: string): ProcessTools => ({
  random: systemRandom,
  logger: createLogger(createSystemClock(), fileLines(logFile)),
});

/** Whole or not at all; false when the disk refuses. Makes the folder when it is absent. */
export const saveFile = async (file: string, bytes: Uint8Array): Promise<boolean> =>
  (await writeFileAtomically(file, bytes)).ok;
