import type { OrderId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { ProcessInstance } from '../../ports/processes.ts';

/**
 * The order that a process is about: of its own record, else of the process that began it. The papers of a carriage are a record of
 * their own under the carriage; the client's endless deal above that has no order.
 */
export const orderBehind = (
  { processes }: Pick<ReadStores, 'processes'>,
  { recordId, parentId }: Pick<ProcessInstance, 'recordId' | 'parentId'>,
): OrderId | null => {
  const own = processes.record(recordId)?.orderId ?? null;
  const parent = own !== null || parentId === null ? null : processes.instance(parentId);
  return parent === null ? own : (processes.record(parent.recordId)?.orderId ?? null);
};
