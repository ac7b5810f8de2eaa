import { appError, type AppError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { createTurnover, statementProblem, statementReport } from '#shared/text/statement-report.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { StoredFile } from '../../ports/file-store.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { ownerOfOperation, readIncoming, type IncomingStatement } from './incoming.ts';
import { eachOperation } from './take-operations.ts';

/**
 * Takes a statement: its file into the file store, everything else in one transaction. What the base has already is counted
 * and left as it is; the very same file twice is once.
 */
export const importStatement =
  (deps: CoreDeps): Handler<'statements.import'> =>
  async (context, input) => {
    const incoming = await readIncoming(deps, context, input);
    if (!incoming.ok) return incoming;
    const refusal = foreignAccount(incoming.value, input);
    if (refusal !== null) return err(refusal);
    const file = await storeFile(deps, input);
    if (!file.ok) return file;
    if (context.signal.aborted) return err(appError('statement.cancelled', { file: input.fileName }));

    const { fileName } = input;
    const before = deps.base.read.statements.withFile(file.value.sha256);
    const report =
      before === null
        ? context.commit((stores) => take(deps, context, stores, incoming.value, file.value, fileName))
        : takenBefore(incoming.value, fileName, before.id);
    await deps.statementFiles.forget(input.token);
    context.emit({ type: 'changed', entity: 'payment', id: report.id });
    return ok(report);
  };

/** Nothing of the very same file is new, whatever the base has learnt since. */
const takenBefore = ({ reading, warnings, organisationName }: IncomingStatement, fileName: string, id: string) => {
  const turnover = createTurnover();
  for (const operation of reading.operations()) turnover.add(operation);
  const place = { fileName, organisationOf: organisationName };
  return { ...statementReport({ ...reading.head, warnings }, turnover, place), id, duplicates: reading.count };
};

const foreignAccount = (
  { accounts, foreign }: IncomingStatement,
  { fileName, linkTo }: { readonly fileName: string; readonly linkTo?: string | undefined },
): AppError | null => {
  const file = fileName;
  if (accounts.length === 0) return appError('statement.foreignAccount', { file, account: '', count: 0 });
  const [account] = foreign;
  if (account === undefined || linkTo !== undefined) return null;
  return appError('statement.foreignAccount', { file, account, count: foreign.length });
};

const storeFile = async (
  deps: CoreDeps,
  { token, fileName }: { readonly token: string; readonly fileName: string },
): Promise<Result<StoredFile, AppError>> => {
  const bytes = await deps.statementFiles.bytes(token);
  if (bytes === null) return err(appError('statement.gone', { file: fileName }));
  const stored = await deps.files.put(bytes);
  if (stored.ok) return stored;
  const { error } = stored;
  return err(
    error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: error.reason }),
  );
};

const take = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  incoming: IncomingStatement,
  { sha256, size }: StoredFile,
  fileName: string,
) => {
  const { reading, warnings, accounts, foreign, ownerOf, organisationName, confirmed } = incoming;
  const importId = deps.random.uuid();
  const actor = requireDefined(context.actor, 'the acting person');
  const owner = (account: string): PartyId => requireDefined(ownerOf(account), 'the owner of an account');
  const periodsByAccount = new Map(reading.head.accounts.map(({ account, periods }) => [account, periods]));
  const remarks = { rejected: reading.head.rejected.map(statementProblem), warnings: warnings.map(statementProblem) };
  const { encoding, version, sender } = reading.head;
  stores.statements.insert(
    {
      id: importId,
      fileSha256: sha256,
      fileName,
      encoding,
      version,
      sender,
      ...remarks,
      importedAt: deps.clock.now(),
      importedBy: actor.user.id,
      operations: 0,
      repeats: 0,
    },
    accounts.map((account) => ({
      account,
      organisationId: owner(account),
      periods: periodsByAccount.get(account) ?? [],
    })),
    { size },
  );
  for (const account of foreign) stores.statements.linkAccount(account, owner(account), importId);
  if (confirmed !== null) {
    const { headingHash, columns } = confirmed;
    stores.payments.saveTableColumns(headingHash, columns, deps.clock.now(), actor.user.id);
  }

  const turnover = createTurnover();
  let [imported, repeats] = [0, 0];
  eachOperation(reading, stores.statements, deps.hash, {
    fresh: ({ operation, keyHash }) => {
      const { duplicateOf: _repeats, ...fields } = operation;
      const place = ownerOfOperation(operation, incoming);
      const organisationId = requireDefined(place.organisationId, 'the company of an operation');
      const own = { id: deps.random.uuid(), importId, account: place.account, organisationId, isSettled: false };
      stores.statements.insertOperation({ ...fields, ...own }, keyHash);
      turnover.add(operation);
      imported += 1;
    },
    repeat: (operation, operationId) => {
      if (operationId !== null) stores.statements.insertRepeat(importId, operation.line, operationId);
      turnover.add(operation);
      repeats += 1;
    },
  });
  stores.statements.setTotals(importId, { operations: imported, repeats });
  recordAudit(deps, context, stores, {
    action: 'statement.imported',
    entity: 'statement',
    entityId: importId,
    right: 'payments.edit',
    before: null,
    after: { fileName, accounts, operations: imported, repeats },
  });
  const place = { fileName, organisationOf: organisationName };
  return {
    ...statementReport({ ...reading.head, warnings }, turnover, place),
    id: importId,
    imported,
    duplicates: repeats,
  };
};
