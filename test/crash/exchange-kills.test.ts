import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enqueueCrmIntent } from '#main/core/sync/enqueue.ts';
import type { KillPoint } from '#main/sync/engine/engine-deps.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { machineClock } from '#test/fakes/http/clock.ts';
import { startFakeBitrix24 } from '#test/fakes/start-bitrix24.ts';
import { openTestBase } from '#test/helpers/a-base.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { startScript } from '#test/helpers/child-process.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';

const PATIENCE_MS = 600_000;
const SCRIPT = 'crash/processes/exchange-with-crm.ts';

/** Deaths of the first load one after another, each over what the last one left. */
const READING: readonly KillPoint[] = ['page read, nothing stored', 'page is on the disk', 'records entered'];
/** Deaths under a write: one for each of the things to say. */
const WRITING: readonly KillPoint[] = ['sending is on the disk', 'sent, nothing stored', 'answer is on the disk'];

/** How many times a point of the first load passes before the death. */
const PASSES: readonly number[] = isFullRun ? [0, 1, 2, 3, 5] : [1];

describe('a program that is killed by the system in the middle of an exchange', () => {
  let ahead = 0;
  const { nowMs, sleep } = machineClock();
  let fake: Awaited<ReturnType<typeof startFakeBitrix24>>;
  beforeAll(async () => {
    fake = await startFakeBitrix24({
      clock: { nowMs: () => nowMs() + ahead, sleep },
      deals: 20,
      seed: 5,
      settings: { plan: 'box', cost: { page: 1, get: 1, write: 1, count: 1, network: 1 } },
    });
  });
  afterAll(() => fake.stop());

  test.each(PASSES)(
    'at each of the labelled points, one after another (%i passed first), loses nothing and doubles nothing',
    async (passes) => {
      const file = path.join(aFolder(), 'base.db');
      const exchange = async (kill: KillPoint | 'none', passed: number): Promise<'done' | 'killed'> => {
        ahead += 120_000;
        const { nextLine } = startScript(SCRIPT, file, fake.url, String(ahead), kill, String(passed));
        return (await nextLine()) === null ? 'killed' : 'done';
      };
      for (const point of READING) expect([point, await exchange(point, passes)]).toEqual([point, 'killed']);
      expect(await exchange('none', 0)).toBe('done');

      const comments = fake.model.records('comment').length;
      const { base, close } = openTestBase(file);
      const by = requireDefined(base.read.users.findByLogin('admin'), 'the administrator').id;
      const orders = base.read.orders.list({}, { limit: WRITING.length, offset: 0 }).items;
      expect(orders).toHaveLength(WRITING.length);
      expect(base.read.sync.accounts()[0]?.firstLoad?.finishedAt).toMatch(/^2/u);
      base.write((stores) => {
        for (const { id } of orders)
          enqueueCrmIntent({ clock: createSystemClock(), random: systemRandom }, stores, {
            id: `say:${id}`,
            by,
            orderId: id,
            kind: 'comment',
            text: `Отгружено ${id}`,
          });
      });
      close();
      for (const point of WRITING) expect([point, await exchange(point, 0)]).toEqual([point, 'killed']);
      for (let round = 0; round < 2; round += 1) expect(await exchange('none', 0)).toBe('done');
      expect(fake.model.records('comment')).toHaveLength(comments + WRITING.length);
      expect(fake.model.duplicateKeys()).toEqual([]);
      const after = openTestBase(file);
      const [account] = after.base.read.sync.accounts();
      expect(after.base.read.sync.outboxCounts(account?.id ?? '')).toMatchObject({
        ready: 0,
        sending: 0,
        unknown: 0,
        wait: 0,
        done: WRITING.length,
      });
      after.close();
    },
    PATIENCE_MS,
  );
});
