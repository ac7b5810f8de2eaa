import { appError } from '#shared/contract/errors.ts';
import { viewChanges } from '#shared/domain/document/view-changes.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { readCase, sourceOfIssued } from '../packs/read-case.ts';

/** How many changes are told; a longer list is read on the paper itself. */
const MAX_CHANGES = 20;

/** What stands in the document in force against what it would print now: the reason why it is stale. */
export const documentChanges =
  (deps: CoreDeps): Handler<'documents.changes'> =>
  (_context, input) => {
    const { documents, orders } = deps.base.read;
    const document = documents.get(asId(input.id));
    if (document === null) return err(appError('document.unknown', { document: input.id }));
    if (document.orderId === null) return ok({ total: 0, items: [] });
    const snapshot = requireDefined(documents.snapshotOf(document.id, document.version), 'the snapshot of a document');
    const order = requireDefined(orders.get(document.orderId), 'the order of a document');
    const now = viewOf(sourceOfIssued(readCase(deps.base.read, order), document));
    const changes = viewChanges(snapshot, now);
    return ok({ total: changes.length, items: changes.slice(0, MAX_CHANGES) });
  };
