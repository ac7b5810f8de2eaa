import type { Command } from '../command.ts';
import { baseCommands } from './base.ts';
import { cardCommands } from './cards.ts';
import { documentCommands } from './documents.ts';
import { importCommands } from './imports.ts';
import { orderCommands } from './orders.ts';
import { packCommands } from './pack.ts';
import { statementCommands } from './statements.ts';
import { templateCommands } from './templates.ts';

export const COMMANDS: readonly Command[] = [
  ...baseCommands,
  ...importCommands,
  ...orderCommands,
  ...packCommands,
  ...documentCommands,
  ...templateCommands,
  ...cardCommands,
  ...statementCommands,
];

export const helpText = (): string => {
  const lines = COMMANDS.map(({ words, positionals, options, help }) => {
    const flags = Object.keys(options).map((name) => `[--${name}]`);
    return `  ${[words, ...positionals, ...flags].join(' ')}\n      ${help}`;
  });
  return ['Использование: komplekt [--base ПАПКА] [--user ИМЯ] [--json] КОМАНДА', '', ...lines].join('\n');
};
