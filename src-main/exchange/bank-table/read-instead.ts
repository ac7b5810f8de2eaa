import { readFile, stat } from 'node:fs/promises';
import type { ReadingRules, TableRefusal } from '#main/ports/statement-files.ts';
import type { BankStatement, StatementRefusal } from '#shared/domain/bank/statement.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { MOST_TABLE_BYTES } from './limits.ts';
import { mayBeTable, readBankTable } from './read-bank-table.ts';

/** What is no statement of the format may be the bank's plain table; otherwise the first answer stands. */
export const readTableInstead = async (
  statement: Result<BankStatement, StatementRefusal>,
  path: string,
  rules: ReadingRules,
): Promise<Result<BankStatement, StatementRefusal | TableRefusal>> => {
  if (statement.ok || !mayBeTable(statement.error)) return statement;
  const { size } = await stat(path);
  if (size > MOST_TABLE_BYTES) return err({ code: 'tooLarge', limit: 'таблица 50 МБ' });
  return (await readBankTable(await readFile(path), rules)) ?? statement;
};
