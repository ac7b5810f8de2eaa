import { appError } from '#shared/contract/errors.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { StatementImport } from '../../ports/payments.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { recordUndone } from '../payments/payment-facts.ts';

/** One portion of a file on its way in. */
export const receiveFile =
  (deps: CoreDeps): Handler<'statements.receive'> =>
  async (_context, { token, bytes }) => {
    const received = await deps.statementFiles.append(token, Buffer.from(bytes, 'base64'));
    if (received.ok) return ok({ token: received.value });
    const file = 'выписка';
    return err(
      received.error === 'absent'
        ? appError('statement.gone', { file })
        : appError('statement.tooLarge', { file, limit: '200 МБ' }),
    );
  };

export const listStatements =
  (deps: CoreDeps): Handler<'statements.list'> =>
  (_context, input) => {
    const { total, items } = deps.base.read.statements.list(input);
    return ok({ total, items: items.map((item) => importRow(deps, item)) });
  };

const importRow = ({ base: { read } }: CoreDeps, statement: StatementImport) => ({
  id: statement.id,
  fileName: statement.fileName,
  at: statement.importedAt,
  who: read.users.get(statement.importedBy)?.fullName ?? '',
  accounts: read.statements.accountsOf(statement.id).map(({ account, organisationId, periods }) => ({
    account,
    organisation: read.parties.get(organisationId)?.shortName ?? '',
    from: periods[0]?.from ?? null,
    to: periods.at(-1)?.to ?? null,
  })),
  operations: statement.operations,
  repeats: statement.repeats,
  rejected: statement.rejected.length,
  warnings: [...statement.warnings],
});

/** Leaves the base as it was before the import; refused while a later import needs this one. */
export const undoImport =
  (deps: CoreDeps): Handler<'statements.undo'> =>
  (context, { id }) => {
    const { statements } = deps.base.read;
    const statement = statements.get(id);
    if (statement === null) return err(appError('statement.unknown', { id }));
    const needed = statements.dependentOf(id);
    if (needed !== null) {
      const later = statements.get(needed.importId)?.fileName ?? '';
      return err(appError('statement.needed', { file: statement.fileName, later, count: needed.repeats }));
    }
    const answer = context.commit((stores) => {
      const settled = stores.statements.operations({ importId: id, isSettled: true }, { limit: 1_000_000, offset: 0 });
      for (const operation of settled.items) recordUndone(deps, context, stores, operation);
      stores.statements.remove(id);
      const { fileName, operations } = statement;
      recordAudit(deps, context, stores, {
        action: 'statement.undone',
        entity: 'statement',
        entityId: id,
        right: 'payments.edit',
        before: { fileName, operations, settled: settled.total },
        after: null,
      });
      return { id, operations, settled: settled.total };
    });
    context.emit({ type: 'changed', entity: 'payment', id });
    return ok(answer);
  };

/** The bank's own file; the hash of its bytes is checked by the store. */
export const statementFile =
  (deps: CoreDeps): Handler<'statements.file'> =>
  async (_context, { id }) => {
    const statement = deps.base.read.statements.get(id);
    if (statement === null) return err(appError('statement.unknown', { id }));
    const bytes = await deps.files.read(statement.fileSha256);
    if (bytes === null) return err(appError('statement.gone', { file: statement.fileName }));
    return ok({ name: statement.fileName, bytes: Buffer.from(bytes).toString('base64') });
  };
