import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const scriptFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Serious and critical violations on the screen as it stands, one line each; the drawn page of a document is not ours. */
export const seriousViolations = async (page: Page): Promise<readonly string[]> => {
  // Injected by the debugger: the policy of the page lets no foreign script in.
  await page.evaluate(await readFile(scriptFile, 'utf8'));
  const results = (await page.evaluate(
    "axe.run(document, { iframes: false, resultTypes: ['violations'] })",
  )) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`));
};
