import type { Right } from '#shared/domain/users/rights.ts';
import { asId, type OrderId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { AuditEntry, WriteStores } from '../ports/base.ts';
import type { CallContext, CoreDeps } from './deps.ts';
import { behalfOf } from './users/actor.ts';

type Change = Pick<AuditEntry, 'action' | 'entity' | 'entityId' | 'before' | 'after'> & { readonly right: Right };

/** Writes who did what, for whom, and the values before and after, into the transaction of the change itself. */
export const recordAudit = (deps: CoreDeps, context: CallContext, stores: WriteStores, change: Change): void => {
  const actor = requireDefined(context.actor, 'the acting person');
  const { right, ...entry } = change;
  stores.audit.append({
    ...entry,
    at: deps.clock.now(),
    userId: actor.user.id,
    onBehalfOf: behalfOf(deps, actor, right),
    commandId: context.commandId ?? asId(deps.random.uuid()),
  });
};

/** The same in the history of the thing itself and in that of its order, where it has one. */
export const recordWithOrder = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  orderId: OrderId | null,
  change: Change,
): void => {
  recordAudit(deps, context, stores, change);
  if (orderId !== null) recordAudit(deps, context, stores, { ...change, entity: 'order', entityId: orderId });
};
