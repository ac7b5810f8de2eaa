import type { OrderId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

/** The order that something is about, as people name it. */
export const subjectOf = (stores: ReadStores, orderId: OrderId | null) => {
  const order = orderId === null ? null : stores.orders.get(orderId);
  if (order === null) return { order: '', orderId: null, counterparty: '' };
  return { order: order.number, orderId: order.id, counterparty: stores.parties.get(order.partyId)?.shortName ?? '' };
};
