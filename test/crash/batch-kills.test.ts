import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBase } from '#main/db/open-base.ts';
import { openDeps } from '#main/host/open-deps.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { askBase } from '#test/helpers/base-fingerprint.ts';
import { startScript } from '#test/helpers/child-process.ts';
import { anOrder, makeBase } from '#test/helpers/hand-made-orders.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import {
  expectFilesAndDocumentsToAgree,
  expectNoHalfPack,
  expectNumbersWithoutGapOrDouble,
  expectStoredFilesToBeNamed,
} from './base-invariants.ts';

const PATIENCE_MS = 600_000;
const ORDERS = isFullRun ? 120 : 24;
const KILLS = isFullRun ? 20 : 4;
/** Contract, invoice and УПД of the one company; contract, invoice and act of the other. */
const SHEETS = 3;

const begun = z.object({ id: z.string(), resumed: z.boolean() });
const ended = z.object({ issued: z.number(), failed: z.number(), finished: z.number() });

const orders = Array.from({ length: ORDERS }, (_, index) =>
  anOrder(`П-${index + 1}`, {
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

test(
  `a batch of ${ORDERS} orders killed ${KILLS} times goes on where it stopped: no gap, no double, no half pack`,
  async () => {
    const base = await makeBase(aFolder(), 'База', orders);
    const numbers = orders.map(({ number }) => number);
    const start = () => startScript('crash/processes/issue-batch.ts', base, ...numbers);
    const batches = new Set<string>();

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const driver = start();
      const line = await driver.nextLine();
      const { id, resumed } = begun.parse(JSON.parse(line ?? ''));
      expect(resumed).toBe(batches.size > 0);
      batches.add(id);
      // Somewhere inside the work the power goes; a batch that is over leaves nothing to cut.
      await wait(randomInt(50, 700));
      const rest = await driver.kill();
      const opened = unwrap(await openBase({ ...openDeps(base), mode: 'open' }));
      expect(opened.repair.missing).toEqual([]);
      opened.close();
      expectNumbersWithoutGapOrDouble(base);
      expectNoHalfPack(base, SHEETS);
      await expectStoredFilesToBeNamed(base);
      if (rest.length > 0) break;
    }

    const last = start();
    batches.add(begun.parse(JSON.parse((await last.nextLine()) ?? '')).id);
    const result = ended.parse(JSON.parse((await last.nextLine()) ?? ''));
    expect(result).toEqual({ issued: ORDERS * SHEETS, failed: 0, finished: ORDERS });
    expectNumbersWithoutGapOrDouble(base);
    expectNoHalfPack(base, SHEETS);
    await expectFilesAndDocumentsToAgree(base);
    expect(askBase(base, 'SELECT id FROM documents')).toHaveLength(ORDERS * SHEETS);
    expect(askBase(base, `SELECT state FROM batch_items WHERE state NOT IN ('done')`)).toEqual([]);
  },
  PATIENCE_MS,
);
