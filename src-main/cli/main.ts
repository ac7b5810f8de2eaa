import { sourceOptions } from '#main/host/program.ts';
import { ADMIN_LOGIN } from '#main/core/users/first-admin.ts';
import { appError } from '#shared/contract/errors.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { createCliHost } from './cli-host.ts';
import type { Output, Refusal } from './command.ts';
import { COMMANDS, helpText } from './commands/all.ts';
import { optionText } from './option-values.ts';
import { withCore } from './open-core.ts';
import { parseCommand } from './parse-command.ts';
import { createProgressLine } from './progress-line.ts';
import { refusalOf, refusalOutput } from './refusal.ts';

/** Runs one command and ends the process with its exit code (shared document `cli.md`). */
const main = async (argv: readonly string[]): Promise<void> => {
  const wantsJson = argv.includes('--json');
  const print = (output: Output): void => {
    const text = wantsJson ? JSON.stringify(output.json) : output.text;
    const isQuiet = text === '' || (wantsJson && output.json === null);
    if (!isQuiet)
      (output.exit === 0 || output.exit === 1 || wantsJson ? process.stdout : process.stderr).write(`${text}\n`);
    process.exitCode = output.exit;
  };
  try {
    const outcome = await runCommand(argv, print);
    print(outcome.ok ? outcome.value : refusalOutput(outcome.error));
  } catch {
    // A mistake of the program: people get its code and a next step, never a stack of it.
    print(refusalOutput(refusalOf(appError('internal', {}))));
  }
};

const runCommand = async (
  argv: readonly string[],
  onReady: (output: Output) => void,
): Promise<Result<Output, Refusal>> => {
  const parsed = parseCommand(COMMANDS, argv);
  if (!parsed.ok) return err(parsed.error);
  const { command, args, options } = parsed.value;
  if (command === null || options['help'] === true)
    return { ok: true, value: { exit: 0, json: { help: helpText() }, text: helpText() } };
  const coreOptions = sourceOptions(optionText(options, 'base') ?? null, 'open');
  const person = { login: optionText(options, 'user') ?? ADMIN_LOGIN, pin: process.env['KOMPLEKT_PIN'] };
  const progress = createProgressLine(process.stderr);
  try {
    return await command.run({
      args,
      options,
      host: createCliHost(coreOptions, onReady),
      withCore: (action) => withCore(coreOptions, person, progress.show, action),
    });
  } finally {
    progress.clear();
  }
};

await main(process.argv.slice(2));
