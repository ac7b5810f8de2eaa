import { createBase } from '#main/db/base.ts';
import { migrate } from '#main/db/migrate.ts';
import { MIGRATION_STEPS } from '#main/db/migrations/steps.ts';
import { openSqlite } from '#main/db/open-sqlite.ts';
import { createProcessFolder } from '#main/adapters-node/process-folder.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import { InvariantError } from '#shared/kernel/assert.ts';
import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { localTime } from '#shared/domain/process/local-time.ts';
import type { ProcessScript } from '#shared/contract/process-script.ts';
import { playScript } from '#main/core/process/script/play-script.ts';
import { createVirtualClock } from '#main/core/process/script/player.ts';
import type { PlayedStory } from '#main/core/process/script/story-of.ts';

/** Plays a story on an empty base in memory: the office's own base is not touched. */
export const playOnEmptyBase = (
  definitions: readonly ProcessDefinition[],
  script: ProcessScript,
  business: string,
  start: string,
): PlayedStory => {
  const clock = createVirtualClock(localTime(start));
  const sqlite = openSqlite(':memory:');
  try {
    const migrated = migrate(sqlite, { steps: MIGRATION_STEPS, now: clock.now() });
    if (!migrated.ok) throw new InvariantError('an empty base cannot be made');
    return playScript({ base: createBase(sqlite), clock, random: systemRandom, definitions }, script, business);
  } finally {
    sqlite.close();
  }
};

/** The definitions that come with the program, checked. */
export const shippedProcesses = (templatesFolder: string): readonly ProcessDefinition[] =>
  createProcessFolder(templatesFolder)
    .shipped()
    .map((json) => definitionSchema.parse(json));
