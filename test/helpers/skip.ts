import { describe, test } from 'vitest';
import { SKIP_MARK } from './skip-mark.ts';

type TestBody = () => void | Promise<void>;

/**
 * A test that needs something the machine may lack. Without it the test is reported as skipped, with the reason.
 * @public
 */
export function testUnless(missing: string | undefined) {
  return (name: string, body: TestBody, timeoutMs?: number): void => {
    if (missing === undefined) test(name, body, timeoutMs);
    else test.skip(`${name}${SKIP_MARK}${missing}`, body);
  };
}

/**
 * The same, said the other way round: run when the condition holds, else skip with the reason.
 * @public
 */
export function skipUnless(condition: boolean, reason: string) {
  return testUnless(condition ? undefined : reason);
}

/** A whole group that needs something the machine may lack. */
export function describeUnless(missing: string | undefined) {
  return (name: string, body: () => void): void => {
    if (missing === undefined) describe(name, body);
    else describe.skip(`${name}${SKIP_MARK}${missing}`, body);
  };
}

/**
 * Heavy suites (many kills, the full demo base) run under `npm run test:full` only.
 * @public
 */
export const isFullRun = process.env['KOMPLEKT_FULL'] === '1';
