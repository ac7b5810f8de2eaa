import { isFilled } from '#shared/domain/process/condition.ts';
import { stageNamed } from '#shared/domain/process/fold-name.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { orderFields } from './order-fields.ts';
import { orderProcess } from './order-process.ts';
import { paidFor } from './paid-for.ts';
import { isDrivenByCrm } from '../sync/enqueue.ts';
import type { Work } from './work.ts';

/**
 * An order of the base begins its process where it stands. One that is past the beginning already lived without the program: its
 * tasks are put, but nobody is told, nothing is printed and nothing is sent for what is long done.
 */
export const beginOrder = (work: Work, order: Order, isHistory: boolean): string | null => {
  const { library } = work.world;
  const definition = orderProcess(work.stores, library, order);
  if (definition === null || definition.automation === 'crm' || !library.isActive(work.stores, definition)) return null;
  if (isDrivenByCrm(work.stores, definition.code)) return null;
  if (work.stores.processes.recordOfOrder(order.id) !== null) return null;
  const stage = stageNamed(definition.stages, order.stage);
  const isLater = stage !== null && stage.kind !== 'initial';
  const known = orderFields(work.stores, order, work.people.users.values(), dayOf(work.cause.now));
  const paid = isHistory ? 0 : paidFor(work.stores, order.id);
  const fields = Object.fromEntries(
    Object.entries({ ...known, ...(paid > 0 && { paid }) }).filter(
      ([field, value]) =>
        isFilled(value) &&
        (field === 'number' || field === 'responsible' || definition.fields.some((each) => each.code === field)),
    ),
  );
  const owner = typeof known['manager'] === 'string' ? known['manager'] : null;
  const begun = work.begin(definition, {
    orderId: order.id,
    fields,
    owner,
    isHistory: isHistory || isLater,
    ...(stage !== null && { stage: stage.code }),
  });
  if (!begun.ok) return null;
  // A stage that the process does not know is shown, not undone (EN-52).
  if (stage === null && order.stage !== '') work.tell(begun.value, { kind: 'movedOutside', to: order.stage });
  return begun.value;
};
