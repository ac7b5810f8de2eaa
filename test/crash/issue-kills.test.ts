import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBase } from '#main/db/open-base.ts';
import { openDeps } from '#main/host/open-deps.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { askBase } from '#test/helpers/base-fingerprint.ts';
import { startScript, type TestProcess } from '#test/helpers/child-process.ts';
import { anOrder, makeBase } from '#test/helpers/hand-made-orders.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import {
  expectFilesAndDocumentsToAgree,
  expectStoredFilesToBeNamed,
  expectNoHalfPack,
  expectNumbersWithoutGapOrDouble,
} from './base-invariants.ts';

/** Thirty starts and fifty packs on a busy machine. */
const PATIENCE_MS = 600_000;
const ORDERS = 50;
const KILLS = isFullRun ? 30 : 6;
/** Contract, invoice and УПД of the one company; contract, invoice and act of the other. */
const SHEETS = 3;

const acknowledgement = z.object({
  order: z.string(),
  documents: z.array(z.object({ id: z.string(), number: z.string() })),
});

/** mulberry32: small, and the same on every machine for the same seed. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const orders = Array.from({ length: ORDERS }, (_, index) =>
  anOrder(`К-${index + 1}`, {
    contract: null,
    organisationInn: index % 3 === 0 ? '5299009888' : '8274424278',
    lines: [
      {
        kind: 'service',
        name: 'Настройка весов',
        unitName: 'усл. ед',
        unitCode: '876',
        quantity: '1',
        price: 1000 + index,
      },
    ],
  }),
);

/** Reads acknowledgements until the process has said `count` of them or has ended. */
const readAcknowledged = async (
  driver: TestProcess,
  count: number,
  onLine: (line: string) => void,
): Promise<boolean> => {
  for (let seen = 0; seen < count; seen += 1) {
    const line = await driver.nextLine();
    if (line === null) return false;
    onLine(line);
  }
  return true;
};

test(
  `killed at ${KILLS} random moments of ${ORDERS} packs: numbers without gap or double, each document with its file, no half pack`,
  async () => {
    const seed = Number(process.env['KOMPLEKT_SEED'] ?? randomInt(1_000_000));
    console.log(`KOMPLEKT_SEED=${seed}`);
    const random = seeded(seed);
    const base = await makeBase(aFolder(), 'База', orders);
    let repaired = 0;
    const acknowledged = new Map<string, z.infer<typeof acknowledgement>['documents']>();
    const acknowledge = (line: string): void => {
      if (line === 'ready') return;
      const { order, documents } = acknowledgement.parse(JSON.parse(line));
      expect(acknowledged.has(order)).toBe(false);
      acknowledged.set(order, documents);
    };
    const start = (): TestProcess => {
      const waiting = orders.map(({ number }) => number).filter((number) => !acknowledged.has(number));
      return startScript('crash/processes/issue-orders.ts', base, ...waiting);
    };

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const driver = start();
      // So many packs may be acknowledged before each kill that some work is left for all the kills that follow.
      const most = Math.max(1, Math.floor((1.6 * (ORDERS - acknowledged.size)) / (KILLS - kill + 1)));
      await readAcknowledged(driver, 1 + random(most), acknowledge);
      // The next pack takes some 100 ms: somewhere inside it the power goes.
      await wait(random(160));
      for (const line of await driver.kill()) acknowledge(line);

      const opened = unwrap(await openBase({ ...openDeps(base), mode: 'open' }));
      expect(opened.repair.missing).toEqual([]);
      repaired += opened.repair.setAside.length;
      opened.close();
      expectNumbersWithoutGapOrDouble(base);
      expectNoHalfPack(base, SHEETS);
      await expectStoredFilesToBeNamed(base);
    }

    const last = start();
    await readAcknowledged(last, ORDERS + 1, acknowledge);
    expect(acknowledged.size).toBe(ORDERS);
    expectNumbersWithoutGapOrDouble(base);
    expectNoHalfPack(base, SHEETS);
    await expectFilesAndDocumentsToAgree(base);
    const present = askBase<{ id: string; number: string }>(base, 'SELECT id, number FROM documents');
    expect(present).toHaveLength(ORDERS * SHEETS);
    expect(present).toEqual(expect.arrayContaining([...acknowledged.values()].flat()));
    // How many kills fell between the files of a pack and its transaction: the seed decides, so it is only told.
    console.log(`files of cut packs set aside: ${repaired}`);
  },
  PATIENCE_MS,
);
