import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runTool, type ToolCall } from '#main/start/run-tool.ts';

/** One tool of the run. It counts as one check beside the tests. */
export type Step = ToolCall & {
  readonly name: string;
  /** Finds in the output how many files the tool looked at: a tool that looked at none is red, whatever it returns. */
  readonly lookedAt?: RegExp;
  /** Why the step cannot run now; it is then reported as skipped. */
  readonly missing?: string;
};
export type StepState = 'passed' | 'failed' | 'skipped';

const BUILD_CONFIG = 'electron.vite.config.ts';

/** Everything that needs no build, cheapest first. */
export const quickSteps: readonly Step[] = [
  {
    name: 'types',
    file: 'node_modules/typescript/bin/tsc',
    args: ['--project', 'tsconfig.json', '--diagnostics'],
    lookedAt: /Files:\s+(\d+)/,
  },
  {
    name: 'lint',
    file: 'node_modules/oxlint/bin/oxlint',
    args: ['--deny-warnings', '--report-unused-disable-directives'],
    lookedAt: /on (\d+) files?/,
  },
  { name: 'format', file: 'node_modules/oxfmt/bin/oxfmt', args: ['--check'], lookedAt: /on (\d+) files?/ },
  { name: 'boundaries', file: 'test/checks/boundaries.ts', args: [], lookedAt: /(\d+) modules/ },
  { name: 'dead code', file: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
];

/** The bundles of the shell and the window, which the browser tests open. */
export const buildStep: Step = {
  name: 'build',
  file: 'node_modules/electron-vite/bin/electron-vite.js',
  args: ['build'],
  ...(existsSync(path.join(projectRoot, BUILD_CONFIG)) ? {} : { missing: `there is no ${BUILD_CONFIG}` }),
};

/** Runs one step and prints its outcome in one line, and what the tool said when it is not content. */
export async function runStep(step: Step): Promise<StepState> {
  if (step.missing !== undefined) {
    console.log(`○ ${step.name}: skipped, ${step.missing}`);
    return 'skipped';
  }
  const { exitCode, output, seconds } = await runTool(step);
  const isBlind = step.lookedAt !== undefined && Number(step.lookedAt.exec(output)?.[1] ?? 0) === 0;
  const state: StepState = exitCode === 0 && !isBlind ? 'passed' : 'failed';
  if (state === 'failed') console.log(output.trimEnd());
  const remark = exitCode === 0 && isBlind ? ', it has looked at no file' : '';
  console.log(`${state === 'passed' ? '✓' : '✗'} ${step.name}: ${state}${remark} (${seconds.toFixed(1)} s)`);
  return state;
}
