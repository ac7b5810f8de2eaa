import { parseArgs, type ParseArgsConfig } from 'node:util';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Command, Options, Refusal } from './command.ts';
import { usage } from './refusal.ts';

const GLOBAL: NonNullable<ParseArgsConfig['options']> = {
  base: { type: 'string' },
  user: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

export type ParsedCommand = {
  readonly command: Command | null;
  readonly args: readonly string[];
  readonly options: Options;
};

/** `--delimiters OPEN CLOSE` is the one option with two values; both stand behind it, so they are taken out first. */
const takeDelimiters = (argv: readonly string[]): { readonly rest: string[]; readonly delimiters: string[] } => {
  const at = argv.indexOf('--delimiters');
  if (at < 0) return { rest: [...argv], delimiters: [] };
  return { rest: [...argv.slice(0, at), ...argv.slice(at + 3)], delimiters: argv.slice(at + 1, at + 3) };
};

/** The words that are not options: global options may stand before the command. */
const leadingWords = (argv: readonly string[]): string[] => {
  const { positionals } = parseArgs({ args: [...argv], options: GLOBAL, strict: false, allowPositionals: true });
  return positionals;
};

const findCommand = (commands: readonly Command[], words: readonly string[]): Command | undefined =>
  commands
    .toSorted((a, b) => b.words.length - a.words.length)
    .find((command) => command.words.split(' ').every((word, index) => words[index] === word));

export const parseCommand = (commands: readonly Command[], argv: readonly string[]): Result<ParsedCommand, Refusal> => {
  const { rest, delimiters } = takeDelimiters(argv);
  if (
    argv.includes('--delimiters') &&
    delimiters.filter((text) => text !== '' && !/^--?[a-z]/u.test(text)).length < 2
  ) {
    return err(usage('Параметру --delimiters нужны два знака: открывающий и закрывающий'));
  }
  const words = leadingWords(rest);
  const command = findCommand(commands, words);
  if (command === undefined) {
    if (words.length === 0) return ok({ command: null, args: [], options: {} });
    return err(usage(`Команды «${words.slice(0, 2).join(' ')}» нет`));
  }
  try {
    const parsed = parseArgs({
      args: rest,
      options: { ...GLOBAL, ...command.options },
      strict: true,
      allowPositionals: true,
    });
    const args = parsed.positionals.slice(command.words.split(' ').length);
    // «FILE...» takes any number of files, none among them.
    const isOpen = command.positionals.at(-1)?.endsWith('...') === true;
    const least = command.positionals.filter((name) => !name.endsWith('?') && !name.endsWith('...')).length;
    if (args.length < least) return err(usage(`Не хватает: ${command.positionals.slice(args.length).join(' ')}`));
    if (!isOpen && args.length > command.positionals.length)
      return err(usage(`Лишнее: ${args.slice(command.positionals.length).join(' ')}`));
    const options: Options = Object.fromEntries(
      Object.entries(parsed.values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.filter((one) => typeof one === 'string') : value,
      ]),
    );
    return ok({ command, options, args: [...args, ...delimiters] });
  } catch (error) {
    // The parser names the unknown or unfinished option; nothing else can be thrown here.
    const option = error instanceof Error ? (/'(-[^' ]+)/u.exec(error.message)?.[1] ?? '') : '';
    return err(usage(`Параметр ${option} не подходит к команде «${command.words}»`));
  }
};
