import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { SKIP_MARK } from './skip-mark.ts';

/**
 * Leaves the counts of a run in the file named by `KOMPLEKT_TEST_COUNTS`, for the last line of `npm test`:
 * `{ passed, failed, skipped, reasons: { [reason]: count }, unexplained: [names] }`.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env['KOMPLEKT_TEST_COUNTS'];
    if (file === undefined) return;
    const tests = testModules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    // A file that cannot be loaded, or a hook that fails, has no failed test of its own to show.
    const broken = testModules.filter((module) => module.state() === 'failed' && !hasFailedTest(module));
    const skips = inState('skipped').map((test) => ({ name: test.fullName, reason: skipReason(test) }));
    const counts = {
      passed: inState('passed').length,
      failed: inState('failed').length + broken.length + unhandledErrors.length,
      skipped: skips.length,
      reasons: countBy(skips.flatMap(({ reason }) => reason ?? [])),
      unexplained: skips.filter(({ reason }) => reason === undefined).map(({ name }) => name),
    };
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  }
}

function hasFailedTest(module: TestModule): boolean {
  return [...module.children.allTests('failed')].length > 0;
}

/** The note of `context.skip('…')`, or the reason that `skip.ts` wrote into the name of the test or of its group. */
function skipReason(test: TestCase): string | undefined {
  const result = test.result();
  if (result.state === 'skipped' && result.note !== undefined && result.note !== '') return result.note;
  const names = [test.name];
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) names.push(parent.name);
  return names.find((name) => name.includes(SKIP_MARK))?.split(SKIP_MARK)[1];
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
