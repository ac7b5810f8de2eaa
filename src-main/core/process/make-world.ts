import type { Random } from '../../ports/random.ts';
import { carryOut } from './carry-out.ts';
import { freshSets } from './fresh-sets.ts';
import type { Library } from './library.ts';
import type { World } from './work.ts';

/** A transaction of the runner carries effects out, and effects make new events: here the two meet. */
export const makeWorld = (library: Library, random: Random): World => ({ library, random, carryOut, freshSets });
