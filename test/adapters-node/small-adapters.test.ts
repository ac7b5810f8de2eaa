import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#shared/kernel/date.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';
import { dataFolderOf } from '#main/adapters-node/data-folder.ts';
import { createLogger, fileLines } from '#main/adapters-node/logger.ts';
import { scryptPins } from '#main/adapters-node/pin.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { aClock } from '#test/helpers/an-opened-base.ts';

describe('the data folder', () => {
  test.each([
    ['win32', 'C:\\Users\\Анна', { LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local\\Komplekt'],
    ['win32', 'C:\\Users\\Анна', {}, 'C:\\Users\\Анна\\AppData\\Local\\Komplekt'],
    ['darwin', '/Users/anna', {}, '/Users/anna/Library/Application Support/Komplekt'],
    ['linux', '/home/anna', {}, '/home/anna/.local/share/komplekt'],
    ['linux', '/home/anna', { XDG_DATA_HOME: '/data' }, '/data/komplekt'],
    ['linux', '/home/anna', { XDG_DATA_HOME: 'data' }, '/home/anna/.local/share/komplekt'],
  ] as const)('on %s in %s with %j is %s', (platform, home, env, expected) => {
    expect(dataFolderOf({ platform, home, env })).toBe(expected);
  });
});

describe('a PIN', () => {
  test('is known by its hash only, salted, and no other PIN fits', async () => {
    const hash = await scryptPins.hash('1234');
    expect(hash).not.toContain('1234');
    expect(await scryptPins.hash('1234')).not.toBe(hash);
    expect(await scryptPins.matches('1234', hash)).toBe(true);
    expect(await scryptPins.matches('1235', hash)).toBe(false);
  });

  test.each(['', 'scrypt', 'plain$1$a$b', 'scrypt$1$c2FsdA$a2V5'])('never fits the broken hash %j', async (hash) => {
    expect(await scryptPins.matches('1234', hash)).toBe(false);
  });
});

describe('the log', () => {
  test('is one JSON object a line with the moment, the event and its fields', () => {
    const lines: string[] = [];
    const logger = createLogger(aClock(), (line) => lines.push(line));
    logger.info('base.opened', { orders: 60 });
    logger.error('pack.failed', { code: 'disk.full' });
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { at: '2026-11-21T09:00:00.000Z', level: 'info', event: 'base.opened', orders: 60 },
      { at: '2026-11-21T09:00:00.000Z', level: 'error', event: 'pack.failed', code: 'disk.full' },
    ]);
  });

  test('in a file keeps to its limit and the part before it', () => {
    const path = join(aFolder(), 'logs', 'komplekt.log');
    const write = fileLines(path, 10);
    for (const line of ['первая строка', 'вторая строка', 'третья строка']) write(line);
    expect(readFileSync(path, 'utf8')).toBe('третья строка\n');
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('вторая строка\n');
  });
});

test('the clock says the day that was asked for, and real moments', () => {
  const clock = createSystemClock(isoDate('2026-11-21'));
  expect(clock.today()).toBe('2026-11-21');
  expect(clock.now()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
  expect(createSystemClock().today()).toMatch(/^\d{4}-\d\d-\d\d$/u);
});

test('ids and tokens never repeat', () => {
  expect(systemRandom.uuid()).not.toBe(systemRandom.uuid());
  expect(systemRandom.token(32)).toHaveLength(43);
});
