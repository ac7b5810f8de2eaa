import { statementReport, createTurnover } from '#shared/text/statement-report.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { readIncoming } from './incoming.ts';
import { eachOperation } from './take-operations.ts';

/** What an import would do: accounts, balances, missing days, repeats. Nothing is stored. */
export const previewStatement =
  (deps: CoreDeps): Handler<'statements.preview'> =>
  async (context, input) => {
    const incoming = await readIncoming(deps, context, input);
    if (!incoming.ok) return incoming;
    const { reading, warnings, foreign, organisationName } = incoming.value;
    const turnover = createTurnover();
    for (const operation of reading.operations()) turnover.add(operation);
    let news = 0;
    let repeats = 0;
    eachOperation(reading, deps.base.read.statements, deps.hash, {
      fresh: () => {
        news += 1;
      },
      repeat: () => {
        repeats += 1;
      },
    });
    const place = { fileName: input.fileName, organisationOf: organisationName };
    const before = await importedBefore(deps, input.token);
    return ok({
      ...statementReport({ ...reading.head, warnings }, turnover, place),
      duplicates: repeats,
      news,
      foreign: input.linkTo === undefined ? [...foreign] : [],
      importedBefore: before,
    });
  };

const importedBefore = async (deps: CoreDeps, token: string) => {
  const sha256 = await deps.statementFiles.fingerprint(token);
  const found = sha256 === null ? null : deps.base.read.statements.withFile(sha256);
  return found === null ? null : { id: found.id, at: found.importedAt };
};
