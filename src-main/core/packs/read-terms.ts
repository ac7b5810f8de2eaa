import { NO_TERMS, termsOf, type DealTerms } from '#shared/domain/document/deal-terms.ts';
import { isFilled } from '#shared/domain/process/condition.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';

/** What the processes of an order know of it. One that was begun later, for a part of the work, knows its part better. */
export const readTerms = ({ processes }: Pick<ReadStores, 'processes'>, orderId: OrderId): DealTerms => {
  const record = processes.recordOfOrder(orderId);
  if (record === null) return NO_TERMS;
  const ids = processes.ofRecord(record.id).map(({ id }) => id);
  const states = processes.states(ids);
  const fields: Fields = Object.fromEntries(
    ids.flatMap((id) => Object.entries(states.get(id)?.fields ?? {})).filter(([, value]) => isFilled(value)),
  );
  return termsOf(fields);
};
