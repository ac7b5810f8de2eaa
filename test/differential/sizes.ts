import { isFullRun } from '#test/helpers/skip.ts';

/** The same examples on each machine and day; `KOMPLEKT_SEED` tries others. A failing run prints its seed and its smallest example. */
export const SEED = Number(process.env['KOMPLEKT_SEED'] ?? 20_261_121);

/** How many examples a property takes: some hundreds on each commit, thousands under `npm run test:full`. */
export function runsOf({ ci, full }: { readonly ci: number; readonly full: number }) {
  return { seed: SEED, numRuns: isFullRun ? full : ci, endOnFailure: false } as const;
}
