import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openTestBase } from '#test/helpers/a-base.ts';
import { startScript } from '#test/helpers/child-process.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { clockAt, countingRandom, definitionOf, seedPeople, startRunner } from '../process/runner/a-runner.ts';

const RECORDS = isFullRun ? 2_000 : 120;
const KILLS = isFullRun ? 20 : 3;
const BEGUN = '2026-10-27T10:00';
/** Each clock has rung once by now, however late. */
const NOW = '2026-10-27T11:00';

test('killed in the middle of ringing its clocks, the program rings the rest at the next start, and none twice', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-tick-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'komplekt.db');
  const definition = definitionOf('clocks', 1, [{ tasks: 1, rings: 45, paid: null }]);
  const seeded = openTestBase(file);
  seedPeople(seeded.base);
  const runner = startRunner(seeded.base, clockAt(BEGUN), [definition], countingRandom());
  seeded.base.write((stores) => {
    for (let count = 0; count < RECORDS; count += 1)
      runner.work(stores).begin(definition, { fields: {}, owner: 'anna' });
  });
  seeded.close();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = startScript('crash/processes/ring-clocks.ts', file, NOW);
    expect(await child.nextLine()).toBe('ready');
    await pause(20 + 15 * kill);
    await child.kill();
  }
  const last = startScript('crash/processes/ring-clocks.ts', file, NOW);
  expect(await last.nextLine()).toBe('ready');
  expect(await last.nextLine()).toBe('done');
  const { base, sqlite, close } = openTestBase(file);
  onTestFinished(close);
  expect(base.read.processes.list({ status: 'running' }, { limit: 1, offset: 0 }).total).toBe(RECORDS);
  const rung = sqlite.prepare(`SELECT count(*) FROM process_log WHERE event ->> '$.kind' = 'timer'`).pluck().get();
  expect(rung).toBe(BigInt(RECORDS));
  const told = sqlite.prepare(`SELECT count(DISTINCT id) FROM process_notifications`).pluck().get();
  expect(told).toBe(BigInt(RECORDS));
  expect(sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
});
