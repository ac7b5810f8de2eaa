/**
 * `npm run boundaries`: the arrows of `.dependency-cruiser.cjs` over all sources. Red when a rule is broken, and red
 * when the tool has seen another number of our modules than there are source files (a parser that sees nothing is not a pass).
 */
import { globSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { projectRoot } from '#main/start/run-tool.ts';

const FOLDERS = ['src-shared', 'src-main', 'src-renderer', 'templates', 'test'];

process.chdir(projectRoot);
const { forbidden, options } = await extractConfig('./.dependency-cruiser.cjs');
const { output } = await cruise(FOLDERS, { ...options, validate: true, ruleSet: { forbidden: forbidden ?? [] } });
if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with text where data was expected');

const seen = output.modules.filter((module) => isOurSource(module.source)).length;
const onDisk = globSync(
  FOLDERS.map((folder) => `${folder}/**/*.{ts,tsx}`),
  { exclude: ['**/node_modules/**'] },
).length;

for (const { rule, from, to, cycle } of output.summary.violations) {
  const way = cycle === undefined ? to : cycle.map((step) => step.name).join(' → ');
  const why = forbidden?.find(({ name }) => name === rule.name)?.comment ?? '';
  console.log(`${rule.name}: ${from} → ${way}\n    ${why}`);
}
console.log(`${seen} modules seen, ${onDisk} source files on disk, ${output.summary.violations.length} violations`);
process.exitCode = output.summary.violations.length === 0 && seen > 0 && seen === onDisk ? 0 : 1;

function isOurSource(source: string): boolean {
  return /\.tsx?$/.test(source) && FOLDERS.some((folder) => source.startsWith(`${folder}/`));
}
