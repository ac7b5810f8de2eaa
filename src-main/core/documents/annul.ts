import { appError } from '#shared/contract/errors.ts';
import { isContractPaper } from '#shared/domain/contract/plan-contract.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { DocumentSummary, WriteStores } from '../../ports/base.ts';
import { recordWithOrder } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { saveOrder } from '../orders/set-field.ts';
import { nameOf } from '../packs/issue-answer.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { documentCard } from './document-card.ts';

/**
 * Takes a document out of force with a reason. It stays in the register with its number, which is never given again
 * (documents.md §17); its sheet of the pack waits to be issued anew, under a number of its own.
 */
export const annulDocument =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.annul'> =>
  (context, input) => {
    const document = deps.base.read.documents.get(asId(input.id));
    if (document === null) return err(appError('document.unknown', { document: input.id }));
    if (document.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
    const { id, orderId, kind, number } = document;
    const actor = requireDefined(context.actor, 'the acting person');
    const card = context.commit((stores) => {
      stores.documents.annul(id, deps.clock.now(), actor.user.id, input.reason);
      partWithContract(stores, document);
      const change = {
        action: 'document.annulled',
        right: 'documents.annul',
        before: { kind, number, state: 'issued' },
        after: { kind, number, state: 'annulled', reason: input.reason },
      } as const;
      recordWithOrder(deps, context, stores, orderId, { ...change, entity: 'document', entityId: id });
      return documentCard(deps, standings, requireDefined(stores.documents.get(id), 'the annulled document'));
    });
    context.emit({ type: 'changed', entity: 'document', id });
    return ok(card);
  };

/** A contract whose paper is annulled no longer stands behind this order: the next paper makes a contract of its own. */
const partWithContract = (
  stores: WriteStores,
  { orderId, organisationId, kind, number, date }: DocumentSummary,
): void => {
  if (orderId === null || !isContractPaper(kind)) return;
  const order = requireDefined(stores.orders.get(orderId), 'the order of a document');
  const contract = order.contractId === null ? null : stores.contracts.get(order.contractId);
  if (contract?.number !== number || contract.date !== date) return;
  const organisation = requireDefined(stores.organisations.get(organisationId), 'the organisation of a document');
  saveOrder(stores, { ...order, contractId: null, revision: order.revision + 1 }, organisation);
};
