import { err, ok, type Result } from '#shared/kernel/result.ts';

/** The commands of the docx-templates language, as it names them. */
const COMMAND_TYPES = [
  'QUERY',
  'CMD_NODE',
  'ALIAS',
  'FOR',
  'END-FOR',
  'IF',
  'END-IF',
  'INS',
  'EXEC',
  'IMAGE',
  'LINK',
  'HTML',
] as const;
/** ELSE is ours; docx-templates would take it for a field. */
export type CommandType = (typeof COMMAND_TYPES)[number] | 'ELSE';

/** `reference`: what docx-templates itself understands. `own`: also ELSE and deeper nesting, which the compiled renderer fills. */
export type Dialect = 'reference' | 'own';

export interface TemplateCommand {
  readonly type: CommandType;
  /** What follows the command's name. */
  readonly rest: string;
}

export type CommandFailure =
  | { readonly code: 'template.unknownAlias'; readonly name: string }
  | { readonly code: 'template.unknownCommand'; readonly command: string };

const STARTS_WITH_COMMAND = COMMAND_TYPES.map((word) => new RegExp(String.raw`^${word}\b`));

/**
 * Reads a command exactly as docx-templates 4.15 does: `=` is INS, `!` is EXEC, `*name` is an alias, and what begins with no command's
 * name is INS. So `image.url` is an unknown command, not a field; the author writes `=image.url`.
 */
export function parseCommand(
  raw: string,
  aliases: ReadonlyMap<string, string>,
  dialect: Dialect = 'reference',
): Result<TemplateCommand, CommandFailure> {
  if (dialect === 'own' && raw.trim().toUpperCase() === 'ELSE') return ok({ type: 'ELSE', rest: '' });
  const full = expand(raw.trim(), aliases);
  if (full === undefined) return err({ code: 'template.unknownAlias', name: raw.trim().slice(1).trim() });
  const word = /^\S+/.exec(full)?.[0] ?? '';
  const type = COMMAND_TYPES.find((name) => name === word.toUpperCase());
  if (type === undefined) return err({ code: 'template.unknownCommand', command: full });
  return ok({ type, rest: full.slice(word.length).trim() });
}

function expand(command: string, aliases: ReadonlyMap<string, string>): string | undefined {
  if (command.startsWith('*')) return aliases.get(command.slice(1).trim());
  if (command.startsWith('=')) return `INS ${command.slice(1).trim()}`;
  if (command.startsWith('!')) return `EXEC ${command.slice(1).trim()}`;
  const upper = command.toUpperCase();
  return STARTS_WITH_COMMAND.some((start) => start.test(upper)) ? command : `INS ${command}`;
}

/** `line IN lines` of a FOR command. */
export function parseLoop(rest: string): { readonly name: string; readonly list: string } | undefined {
  const [, name, list] = /^([\p{L}_][\p{L}\p{N}_$]*)\s+IN\s+(.+)$/isu.exec(rest) ?? [];
  return name === undefined || list === undefined ? undefined : { name, list };
}

/** `name command` of an ALIAS command. */
export function parseAlias(rest: string): { readonly name: string; readonly command: string } | undefined {
  const [, name, command] = /^(\S+)\s+(.+)$/s.exec(rest) ?? [];
  return name === undefined || command === undefined ? undefined : { name, command };
}
