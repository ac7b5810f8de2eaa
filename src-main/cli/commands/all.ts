import type { Command } from '../command.ts';
import { baseCommands } from './base.ts';
import { documentCommands } from './documents.ts';
import { importCommands } from './imports.ts';
import { orderCommands } from './orders.ts';
import { packCommands } from './pack.ts';
import { templateCommands } from './templates.ts';

export const COMMANDS: readonly Command[] = [
  ...baseCommands,
  ...importCommands,
  ...orderCommands,
  ...packCommands,
  ...documentCommands,
  ...templateCommands,
];

export const helpText = (): string => {
  const lines = COMMANDS.map(({ words, positionals, options, help }) => {
    const flags = Object.keys(options).map((name) => `[--${name}]`);
    return `  ${[words, ...positionals, ...flags].join(' ')}\n      ${help}`;
  });
  return ['Использование: komplekt [--base ПАПКА] [--user ИМЯ] [--json] КОМАНДА', '', ...lines].join('\n');
};
