import { createSystemClock } from '#main/adapters-node/clock.ts';
import { systemRandom } from '#main/adapters-node/random.ts';

/** This machine's clock and source of ids, for those who start the core. */
export const systemClock = createSystemClock();
export const systemRandomness = systemRandom;
