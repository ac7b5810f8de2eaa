import { stageInChannel } from '#shared/domain/process/fold-name.ts';
import { asId } from '#shared/kernel/id.ts';
import { systemUser } from './system-user.ts';
import { isOrderProcess } from './order-process.ts';
import type { Running, Work } from './work.ts';

/**
 * The stage that people and the CRM see on the order follows its main process. The journal says so: whoever sends stages to a CRM
 * reads it there.
 */
export const moveOrder = (work: Work, { row, definition }: Running, title: string): void => {
  if (work.isHistory(row.id)) return;
  const orderId = work.stores.processes.record(row.recordId)?.orderId ?? null;
  const order = orderId === null ? null : work.stores.orders.get(orderId);
  if (order === null || !isOrderProcess(work.stores, work.world.library, definition, order.business)) return;
  const stage = stageInChannel(title, order.stage);
  if (order.stage === stage) return;
  work.stores.orders.setStage(order.id, stage);
  work.stores.audit.append({
    at: work.cause.at,
    userId: work.cause.userId ?? systemUser(work.stores),
    onBehalfOf: work.cause.onBehalfOf,
    action: 'order.moved',
    entity: 'order',
    entityId: order.id,
    before: { stage: order.stage },
    after: { stage, process: definition.code, instanceId: row.id },
    commandId: asId(work.world.random.uuid()),
  });
};
