import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createWorkFolder } from '#main/adapters-node/pdf/work-folder.ts';
import { aTempFolder } from './office-helpers.ts';

test('leftovers of a process that is gone are swept, those of a living one and of others stay', async () => {
  const temp = await aTempFolder();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const names = [`komplekt-pdf-${gone}-aaaa`, `komplekt-pdf-${process.ppid}-bbbb`, 'чужое'];
  await Promise.all(names.map((name) => mkdir(path.join(temp, name, 'внутри'), { recursive: true })));
  const own = await createWorkFolder(temp).path();
  expect((await readdir(temp)).sort()).toEqual([path.basename(own), ...names.slice(1)].sort());
});

test('the folder of a run is removed even when the run throws', async () => {
  const work = createWorkFolder(await aTempFolder());
  await expect(work.within(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  expect(await readdir(await work.path())).toEqual([]);
});

test('the folder is gone when the process ends', async () => {
  const temp = await aTempFolder();
  const module = new URL('../../../src-main/adapters-node/pdf/work-folder.ts', import.meta.url).href;
  const script = `const { createWorkFolder } = await import(process.argv[1]); await createWorkFolder(process.argv[2]).path();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, module, temp], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(await readdir(temp)).toEqual([]);
});
