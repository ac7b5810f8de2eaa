import { appError } from '#shared/contract/errors.ts';
import { viewChanges } from '#shared/domain/document/view-changes.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { readCase, sourceOf } from '../packs/read-case.ts';

/** How many changes are told; a longer list is read on the paper itself. */
const MAX_CHANGES = 20;

/** What stands in the document in force against what it would print now: the reason why it is stale. */
export const documentChanges =
  (deps: CoreDeps): Handler<'documents.changes'> =>
  (_context, input) => {
    const { documents, orders } = deps.base.read;
    const document = documents.get(asId(input.id));
    if (document === null) return err(appError('document.unknown', { document: input.id }));
    const snapshot = requireDefined(documents.snapshotOf(document.id, document.version), 'the snapshot of a document');
    const order = requireDefined(orders.get(document.orderId), 'the order of a document');
    const { kind, number, date } = document;
    const now = viewOf(sourceOf(readCase(deps.base.read, order), kind, number, date));
    const changes = viewChanges(snapshot, now);
    return ok({ total: changes.length, items: changes.slice(0, MAX_CHANGES) });
  };
