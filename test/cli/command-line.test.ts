import { expect, test } from 'vitest';
import { COMMANDS } from '#main/cli/commands/all.ts';
import type { CliHost, Refusal } from '#main/cli/command.ts';
import { parseCommand } from '#main/cli/parse-command.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { anything, textLike } from '#test/helpers/matchers.ts';

/** What the command line answers before it touches anything: a host that is asked for anything at all fails the test. */
const untouched = new Proxy({} as CliHost, {
  get: (_host, name) => {
    throw new Error(`the command line went on to ${String(name)}`);
  },
});

const refusalOf = async (words: readonly string[]): Promise<Refusal> => {
  const parsed = parseCommand(COMMANDS, words);
  if (!parsed.ok) return parsed.error;
  const command = requireDefined(parsed.value.command, 'a command');
  const outcome = await command.run({
    ...parsed.value,
    host: untouched,
    withCore: () => Promise.reject(new Error('the command line opened the base')),
  });
  if (outcome.ok) throw new Error('the command line was taken');
  return outcome.error;
};

test.each([
  ['an unknown command', ['nonsense']],
  ['half a command', ['orders']],
  ['an unknown option', ['orders', 'list', '--bogus', '1']],
  ['an option of another command', ['orders', 'list', '--kinds', 'act']],
  ['an option without its value', ['pack', '1204', '--date']],
  ['a missing argument', ['orders', 'import']],
  ['an argument too many', ['doctor', 'now']],
  ['a day that is no date', ['pack', '1204', '--date', '2026-13-99']],
  ['a day of init that is no date', ['init', '--today', 'вчера']],
  ['a month that is none', ['orders', 'list', '--month', '2026-13']],
  ['a limit that is no number', ['orders', 'list', '--limit', 'many']],
  ['a limit below one', ['documents', 'list', '--limit', '0']],
  ['an empty list of kinds', ['pack', '1204', '--kinds', '']],
  ['an unknown format', ['pack', '1204', '--format', 'xlsx']],
  ['an unknown schema', ['schema', 'nothing']],
  ['an unknown state', ['documents', 'list', '--state', 'lost']],
  ['a port that is none', ['serve', '--port', 'high']],
  ['a render without -o', ['render', 'a.docx', 'b.json']],
  ['an engine that there is not', ['render', 'a.docx', 'b.json', '-o', 'c.docx', '--engine', 'magic']],
  ['a check without --kind', ['template', 'check', 'a.docx']],
  ['delimiters without the second one', ['render', 'a.docx', 'b.json', '-o', 'c.docx', '--delimiters', '+++']],
  ['delimiters that swallow an option', ['render', 'a.docx', 'b.json', '--delimiters', '+++', '-o', 'c.docx']],
])('the command line is wrong: %s ends with 2 before anything is opened', async (_what, words) => {
  const { exit, problems } = await refusalOf([...words, '--json']);
  expect(exit).toBe(2);
  expect(problems).toEqual([
    {
      code: 'cli.usage',
      message: textLike(/^[«А-ЯЁ].*komplekt --help\.$/u),
      where: '',
      data: anything,
    },
  ]);
});

test('global options may stand anywhere, and the arguments stay the same', () => {
  const orders = [
    ['--base', 'Б', '--user', 'belova', '--json', 'orders', 'show', '1204'],
    ['orders', '--base', 'Б', 'show', '--json', '1204', '--user', 'belova'],
    ['orders', 'show', '1204', '--json', '--user=belova', '--base=Б'],
  ];
  for (const words of orders) {
    const parsed = parseCommand(COMMANDS, words);
    expect(parsed).toMatchObject({
      ok: true,
      value: { args: ['1204'], options: { base: 'Б', user: 'belova', json: true } },
    });
  }
});
