import { openIncomingFiles } from '#main/adapters-node/incoming-files.ts';
import { readStatementApart } from '#main/exchange/bank-statement/read-apart.ts';
import type { Random } from '#main/ports/random.ts';
import type { StatementFiles } from '#main/ports/statement-files.ts';
import { err } from '#shared/kernel/result.ts';

/** Statements on their way in: kept in the base's folder, read in a thread. */
export const openStatementFiles = async (
  baseFolder: string,
  random: Random,
  workerUrl: URL,
): Promise<StatementFiles> => {
  const incoming = await openIncomingFiles(baseFolder, random);
  return {
    append: incoming.append,
    fingerprint: incoming.fingerprint,
    bytes: incoming.bytes,
    forget: incoming.forget,
    read: async (token, rules, signal) => {
      const path = incoming.pathOf(token);
      return path === null ? err({ code: 'absent' }) : readStatementApart({ path, rules, signal, workerUrl });
    },
  };
};
