import type { OrderId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

/** What came for the order by its papers in force, refunds taken off; kopecks. */
export const paidFor = (stores: Pick<ReadStores, 'documents' | 'payments'>, orderId: OrderId): number => {
  const ids = stores.documents.ofOrder(orderId).map(({ id }) => id);
  return stores.payments
    .ofDocuments(ids)
    .filter(({ writeOff }) => writeOff === null)
    .reduce((total, { sum, direction }) => total + (direction === 'outgoing' ? -Number(sum) : Number(sum)), 0);
};
