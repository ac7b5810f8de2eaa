import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordWithOrder } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { incomingCard } from './incoming-row.ts';

/** A bill that money stands on is not taken out: the payment would hang in the air. */
export const annulIncoming =
  (deps: CoreDeps): Handler<'incoming.annul'> =>
  (context, { id, reason }) => {
    const paper = deps.base.read.incoming.get(asId(id));
    if (paper === null) return err(appError('incoming.unknown', { id }));
    const { kind, number, orderId } = paper;
    if (paper.state === 'annulled') return err(appError('incoming.annulled', { number }));
    if (paper.paid !== 0n) return err(appError('incoming.paid', { number, sum: formatMoney(paper.paid) }));
    const actor = requireDefined(context.actor, 'the acting person');
    const card = context.commit((stores) => {
      stores.incoming.annul(paper.id, deps.clock.now(), actor.user.id, reason);
      const change = {
        action: 'incoming.annulled',
        right: 'documents.annul',
        before: { kind, number, state: 'entered' },
        after: { kind, number, state: 'annulled', reason },
      } as const;
      recordWithOrder(deps, context, stores, orderId, { ...change, entity: 'incoming', entityId: paper.id });
      return incomingCard(requireDefined(stores.incoming.get(paper.id), 'the annulled paper'));
    });
    context.emit({ type: 'changed', entity: 'document', id });
    return ok(card);
  };
