import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestBase } from '#test/helpers/a-base.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { startScript } from '#test/helpers/child-process.ts';

test.each([3, 17, 60])(
  'acknowledged means durable: killed after %i commits, every printed row is there and none is half',
  async (commits) => {
    const path = join(aFolder(), 'komplekt.sqlite');
    const writer = startScript('db/processes/write-rows.ts', path);
    let last = 0;
    while (last < commits) last = Number(await writer.nextLine());
    const rest = await writer.kill();
    last = Number(rest.at(-1) ?? last);

    const { base, sqlite, close } = openTestBase(path);
    const rows = sqlite.prepare<[], string>(`SELECT key FROM settings WHERE key GLOB 'row-*'`).pluck().all().length;
    for (let index = 1; index <= rows; index += 1) {
      expect(base.read.settings.get(`row-${index}`)).toBe('first half');
      expect(base.read.settings.get(`pair-${index}`)).toBe('second half');
    }
    expect(rows).toBeGreaterThanOrEqual(last);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    close();
  },
);
