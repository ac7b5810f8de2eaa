import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot, runTool } from '#main/start/run-tool.ts';

const countsFile = path.join(projectRoot, '.cache/test-counts.json');

/** Written by `test/helpers/count-reporter.ts`. */
const testCounts = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  reasons: z.record(z.string(), z.number()),
  unexplained: z.array(z.string()),
});
export type TestCounts = z.infer<typeof testCounts>;

/** Runs vitest, shown as it goes. A run that left no counts, or ended red without a failed test, counts as one failure. */
export async function runTests(
  vitestArgs: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<TestCounts> {
  await rm(countsFile, { force: true });
  const outcome = await runTool({
    file: 'node_modules/vitest/vitest.mjs',
    args: ['run', '--reporter=default', '--reporter=./test/helpers/count-reporter.ts', ...vitestArgs],
    env: { ...env, KOMPLEKT_TEST_COUNTS: countsFile },
    isShownLive: true,
  });
  const counts = await readCounts();
  const isRedWithoutReason = counts.failed === 0 && (outcome.exitCode !== 0 || counts.passed === 0);
  return isRedWithoutReason ? { ...counts, failed: 1 } : counts;
}

async function readCounts(): Promise<TestCounts> {
  const text = await readFile(countsFile, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 0, skipped: 0, reasons: {}, unexplained: [] };
  return testCounts.parse(JSON.parse(text));
}
