import type { AppError, ErrorCode } from '#shared/contract/errors.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { errorText } from '#shared/text/error-texts.ts';
import { EXIT, type ExitCode, type Output, type Refusal } from './command.ts';

/** The base cannot be used, or the disk is full: everything else that the core refuses is the input's fault. */
const NO_BASE: readonly ErrorCode[] = [
  'base.missing',
  'base.newer',
  'base.damaged',
  'base.upgradeRefused',
  'base.heldElsewhere',
  'base.heldHere',
  'disk.full',
  'disk.failed',
];

const exitOf = (code: ErrorCode): ExitCode => {
  if (code === 'cli.usage') return EXIT.usage;
  return NO_BASE.includes(code) ? EXIT.noBase : EXIT.refused;
};

const whereOf = (data: Readonly<Record<string, unknown>>): string => {
  const found = ['where', 'file', 'folder', 'order', 'document', 'name']
    .map((key) => data[key])
    .find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : '';
};

/** A refusal of the core as the command line ends with it. */
export const refusalOf = (error: AppError, where = whereOf(error.data)): Refusal => {
  if (error.code === 'pack.blocked') return { exit: EXIT.refused, problems: error.data.findings };
  return {
    exit: exitOf(error.code),
    problems: [{ code: error.code, message: errorText(error), where, data: error.data }],
  };
};

export const usage = (reason: string): Refusal => refusalOf({ code: 'cli.usage', data: { reason } }, '');

/** Nothing was done for some of the input: partly done, or refused when nothing was done at all. */
export const exitByProblems = (done: number, problems: readonly Problem[]): ExitCode => {
  const serious = problems.filter(({ data }) => data['severity'] !== 'warn' && data['severity'] !== 'hint');
  if (serious.length === 0) return EXIT.done;
  return done > 0 ? EXIT.partly : EXIT.refused;
};

export const problemLines = (problems: readonly Problem[]): string =>
  problems.map(({ message, where }) => (where === '' ? `• ${message}` : `• ${message} (${where})`)).join('\n');

/** The output of a refusal: exactly `{ "problems": [] }` for machines. */
export const refusalOutput = ({ exit, problems }: Refusal): Output => ({
  exit,
  json: { problems },
  text: problemLines(problems),
});
