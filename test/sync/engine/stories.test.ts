import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFullRun } from '#test/helpers/skip.ts';
import { anOffice } from './office.ts';
import { runStory } from './model.ts';

/** Seeds that once found something; they are told again in every run. */
const KEPT_SEEDS: readonly number[] = [];

const STORIES = isFullRun ? 100_000 : 1000;
const FIRST_SEED = Number(process.env['KOMPLEKT_SEED'] ?? 1);

describe('whatever people, the line and the power do', () => {
  let office: Awaited<ReturnType<typeof anOffice>>;
  beforeAll(async () => {
    office = await anOffice();
  });
  afterAll(() => office.core.close());

  test(
    'both sides agree in the end, nothing is made twice and nothing typed is lost',
    async () => {
      for (const seed of [...KEPT_SEEDS, ...Array.from({ length: STORIES }, (_, index) => FIRST_SEED + index)]) {
        const wrong = await runStory(office, seed);
        expect(wrong, `seed ${seed}`).toEqual([]);
      }
    },
    isFullRun ? 5 * 3_600_000 : 300_000,
  );
});
