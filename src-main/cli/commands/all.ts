import type { Command } from '../command.ts';
import { bankFileCommands } from './bank-files.ts';
import { baseCommands } from './base.ts';
import { batchCommands } from './batch.ts';
import { cardCommands } from './cards.ts';
import { closingCommands } from './closing.ts';
import { commerceMlCommands } from './commerceml.ts';
import { documentCommands } from './documents.ts';
import { etrnCommands } from './etrn.ts';
import { importCommands } from './imports.ts';
import { incomingCommands } from './incoming.ts';
import { oneCCommands } from './one-c.ts';
import { orderCommands } from './orders.ts';
import { packRuleCommands } from './pack-rules.ts';
import { packCommands } from './pack.ts';
import { ownTemplateCommands } from './own-templates.ts';
import { paperMoveCommands } from './paper-moves.ts';
import { paperCommands } from './papers.ts';
import { paymentCommands } from './payments.ts';
import { processCommands } from './processes.ts';
import { statementCommands } from './statements.ts';
import { syncCommands } from './sync.ts';
import { taskCommands } from './tasks.ts';
import { templateCommands } from './templates.ts';

export const COMMANDS: readonly Command[] = [
  ...baseCommands,
  ...importCommands,
  ...orderCommands,
  ...packCommands,
  ...packRuleCommands,
  ...batchCommands,
  ...documentCommands,
  ...paperMoveCommands,
  ...closingCommands,
  ...etrnCommands,
  ...paperCommands,
  ...incomingCommands,
  ...templateCommands,
  ...ownTemplateCommands,
  ...cardCommands,
  ...statementCommands,
  ...oneCCommands,
  ...bankFileCommands,
  ...commerceMlCommands,
  ...paymentCommands,
  ...processCommands,
  ...taskCommands,
  ...syncCommands,
];

export const helpText = (): string => {
  const lines = COMMANDS.map(({ words, positionals, options, help }) => {
    const flags = Object.keys(options).map((name) => `[--${name}]`);
    return `  ${[words, ...positionals, ...flags].join(' ')}\n      ${help}`;
  });
  return ['Использование: komplekt [--base ПАПКА] [--user ИМЯ] [--json] КОМАНДА', '', ...lines].join('\n');
};
