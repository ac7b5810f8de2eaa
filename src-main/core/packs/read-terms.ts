import { termsOf, type DealTerms } from '#shared/domain/document/deal-terms.ts';
import { isFilled } from '#shared/domain/process/condition.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

/** What the processes of an order know of it. */
export const readTerms = (stores: Pick<ReadStores, 'processes'>, orderId: OrderId): DealTerms =>
  termsOf(readTermFields(stores, orderId));

/**
 * Filled fields of the order's record and of its processes. One that was begun later, for a part of the work, knows its part better;
 * the record itself keeps what none of them has a field for.
 */
export const readTermFields = ({ processes }: Pick<ReadStores, 'processes'>, orderId: OrderId): Fields => {
  const record = processes.recordOfOrder(orderId);
  if (record === null) return {};
  const ids = processes.ofRecord(record.id).map(({ id }) => id);
  const states = processes.states(ids);
  const all = [record.fields, ...ids.map((id) => states.get(id)?.fields ?? {})];
  return Object.fromEntries(all.flatMap((fields) => Object.entries(fields)).filter(([, value]) => isFilled(value)));
};
