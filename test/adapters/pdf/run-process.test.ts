import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { runProcess } from '#main/adapters-node/pdf/run-process.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { aTempFolder, never, processesWith } from './office-helpers.ts';

const node = (...args: readonly string[]) => ({ command: process.execPath, args, timeoutMs: 20_000, signal: never });

test('the exit code decides, and the output is kept', async () => {
  expect(await runProcess(node('-e', 'console.log("pid 5")'))).toEqual({ end: 'done', output: 'pid 5\n' });
  expect(await runProcess(node('-e', 'process.exit(3)'))).toEqual({ end: 'died', output: '' });
});

test('a program that is not there has died', async () => {
  expect(await runProcess({ ...node(), command: '/nowhere/program' })).toEqual({ end: 'died', output: '' });
});

test('an argument with Cyrillic, spaces and signs of a shell arrives as it is', async () => {
  const odd = 'Мои документы/«$(ls)» & "x"; %PATH%';
  expect((await runProcess(node('-p', 'process.argv[1]', odd))).output).toBe(`${odd}\n`);
});

test('a flood of output is cut, not kept', async () => {
  const { end, output } = await runProcess(node('-e', 'process.stdout.write("я".repeat(1e6))'));
  expect([end, output.length]).toEqual(['done', 65_536]);
});

/** A program that starts another one and waits for ever; both carry the mark. */
const aFamily = async () => {
  const folder = await aTempFolder();
  const script = path.join(folder, 'parent.cjs');
  const wait = 'setInterval(() => undefined, 1000)';
  await writeFile(
    script,
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(wait)}, __filename]); ${wait}`,
  );
  return script;
};
const bothRun = (script: string) =>
  vi.waitFor(async () => expect(await processesWith(script)).toHaveLength(2), { timeout: 10_000 });

describeUnless(process.platform === 'linux' ? undefined : 'processes are listed through /proc')(
  'what it started',
  () => {
    test('dies with it on a timeout', async () => {
      const script = await aFamily();
      expect((await runProcess({ ...node(script), timeoutMs: 700 })).end).toBe('timeout');
      expect(await processesWith(script)).toEqual([]);
    });

    test('dies with it on an abort', async () => {
      const script = await aFamily();
      const stop = new AbortController();
      const run = runProcess({ ...node(script), signal: stop.signal });
      await bothRun(script);
      stop.abort();
      expect((await run).end).toBe('aborted');
      expect(await processesWith(script)).toEqual([]);
    });

    test('dies when our own process ends', async () => {
      const script = await aFamily();
      const module = new URL('../../../src-main/adapters-node/pdf/run-process.ts', import.meta.url).href;
      const ours = `const { runProcess } = await import(process.argv[1]);
      void runProcess({ command: process.execPath, args: [process.env.SCRIPT], timeoutMs: 60000, signal: new AbortController().signal });
      setTimeout(() => process.exit(0), 700);`;
      const env = { ...process.env, SCRIPT: script };
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', ours, module], { encoding: 'utf8', env });
      expect([run.status, run.stderr]).toEqual([0, '']);
      await vi.waitFor(async () => expect(await processesWith(script)).toEqual([]));
      expect(await readdir(path.dirname(script))).toEqual(['parent.cjs']);
    });
  },
);
