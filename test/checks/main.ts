/**
 * `npm test`: every check and every test, in order, all of them even when one fails.
 * `--quick` leaves out the build and the slow tests (`npm run check`), `--full` runs the heavy suites too.
 */
import { runTests } from './run-tests.ts';
import { buildStep, quickSteps, runStep, type StepState } from './steps.ts';

const isQuick = process.argv.includes('--quick');
const env: Record<string, string> = process.argv.includes('--full') ? { KOMPLEKT_FULL: '1' } : {};

const steps = isQuick ? quickSteps : [...quickSteps, buildStep];
const states: StepState[] = [];
for (const step of steps) states.push(await runStep(step));

const startedAt = performance.now();
const tests = await runTests(isQuick ? ['--project', 'unit'] : [], env);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(`${tests.failed === 0 ? '✓' : '✗'} tests: ${tests.failed === 0 ? 'passed' : 'failed'} (${seconds} s)`);

// Said again at the end: the tests print a lot, and the first lines scroll away.
for (const [index, step] of steps.entries()) {
  if (states[index] === 'failed') console.log(`✗ ${step.name}: failed, what it said is above the tests`);
}
for (const [reason, count] of Object.entries(tests.reasons)) console.log(`○ ${count} skipped: ${reason}`);
for (const name of tests.unexplained) console.log(`✗ skipped without a reason: ${name}`);

const countOf = (state: StepState) => states.filter((each) => each === state).length;
const failed = tests.failed + countOf('failed') + tests.unexplained.length;
console.log(
  `${tests.passed + countOf('passed')} passed, ${failed} failed, ` +
    `${tests.skipped - tests.unexplained.length + countOf('skipped')} skipped`,
);
process.exitCode = failed === 0 ? 0 : 1;
