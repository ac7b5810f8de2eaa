import { appError } from '#shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import { editField } from '#shared/domain/edit/edit-field.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import { sellerRegimeOf, taxDateOf } from '#shared/domain/tax/tax-date.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { readCase } from '../packs/read-case.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { CARRIER_FIELD } from './get-field.ts';
import { orderCard } from './get-order.ts';

/** Sums that lists show, written beside the order so that they need not be computed for each row. */
export const saveOrder = (stores: WriteStores, order: Order, organisation: Organisation): void => {
  const { date } = order;
  const totals = computeTotals(order, sellerRegimeOf({ order, date, organisation }), taxDateOf({ order, date }));
  stores.orders.save(order, { sum: totals.gross, vat: totals.vat });
};

/** Enters a mended value into the history of its order; the card as the transaction sees it. */
export const recordField = (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  stores: WriteStores,
  { orderId, field, value }: ParsedInputOf<'orders.setField'>,
  before: string,
): OutputOf<'orders.setField'> => {
  recordAudit(deps, context, stores, {
    action: 'field.changed',
    entity: 'order',
    entityId: orderId,
    right: 'orders.edit',
    before: { field, value: before },
    after: { field, value },
  });
  return orderCard(deps, standings, requireDefined(stores.orders.get(asId(orderId)), 'the edited order'));
};

/**
 * Mends one value where the problem is shown. A value of the order becomes «вручную»; a value of a card changes the
 * card for all its orders. The caller says which revision it saw: nobody's change is lost under another's.
 */
export const setField =
  (deps: CoreDeps, standings: StandingCache): Handler<'orders.setField'> =>
  (context, input) => {
    const order = deps.base.read.orders.get(asId(input.orderId));
    if (order === null) return err(appError('order.unknown', { order: input.orderId }));
    if (order.revision !== input.revision) return err(appError('order.changed', { number: order.number }));
    const pack = readCase(deps.base.read, order);
    const { field, value } = input;
    if (field === CARRIER_FIELD && value !== '' && deps.base.read.parties.get(asId(value)) === null)
      return err(appError('field.invalid', { field, value: value.slice(0, 60) }));
    const actor = requireDefined(context.actor, 'the acting person');
    const mark = { at: deps.clock.now(), userId: actor.user.id };
    const edited = editField(pack, input.field, input.value, mark);
    if (!edited.ok) {
      return err(
        edited.error === 'unknown'
          ? appError('field.unknown', { field })
          : appError('field.invalid', { field, value: value.slice(0, 60) }),
      );
    }
    const { change, before } = edited.value;
    if (change.entity !== 'order' && !actor.rights.has('parties.edit')) {
      return err(appError('right.missing', { right: 'parties.edit', who: actor.user.fullName }));
    }
    // The answer is remembered for a retry of the command, so it is made inside the transaction, which sees its own writes.
    const card = context.commit((stores) => {
      if (change.entity === 'order') saveOrder(stores, change.order, pack.organisation);
      else if (change.entity === 'party') stores.parties.save(change.party);
      else if (change.entity === 'organisation') stores.organisations.save(change.organisation);
      else stores.contracts.save(change.contract);
      return recordField(deps, standings, context, stores, input, before);
    });
    context.emit({ type: 'changed', entity: 'order', id: order.id });
    return ok(card);
  };
