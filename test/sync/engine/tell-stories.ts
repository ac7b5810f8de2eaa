import { afterAll, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { anOffice, type Office } from './office.ts';
import { runStory } from './model.ts';

/** Seeds that once found something; they are told again in every run. */
const KEPT_SEEDS: readonly number[] = [22, 1925];

/** Two files tell a half each, side by side. */
const STORIES = isFullRun ? 50_000 : Number(process.env['KOMPLEKT_STORIES'] ?? 500);

/** The orders of a story stay in its base; a fresh one keeps the next stories as quick as the first. */
const IN_ONE_OFFICE = 300;

/** Tells random stories from a seed on; a failing one prints its seed. */
export const tellStories = (half: 0 | 1): void => {
  describe(`whatever people, the line and the power do, half ${half + 1}`, () => {
    let office: Office | null = null;
    afterAll(() => office?.core.close());

    test(
      'both sides agree in the end, nothing is made twice and nothing typed is lost',
      async () => {
        const first = Number(process.env['KOMPLEKT_SEED'] ?? 1) + half * STORIES;
        const seeds = Array.from({ length: STORIES }, (_, index) => first + index);
        let told = 0;
        for (const seed of new Set([...(half === 0 ? KEPT_SEEDS : []), ...seeds])) {
          if (told % IN_ONE_OFFICE === 0) {
            office?.core.close();
            office = await anOffice();
          }
          told += 1;
          const wrong = await runStory(requireDefined(office, 'the office'), seed);
          expect(wrong, `seed ${seed}`).toEqual([]);
        }
      },
      isFullRun ? 5 * 3_600_000 : 1_800_000,
    );
  });
};
