import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';

/** An order by its id or, when the text is no id, by its number; two companies may use the same number. */
export const findOrder = (stores: Pick<ReadStores, 'orders'>, text: string): Result<Order, AppError> => {
  const byId = stores.orders.get(asId(text));
  if (byId !== null) return ok(byId);
  const [first, ...others] = stores.orders.findByNumber(text.trim());
  if (first === undefined) return err(appError('order.unknown', { order: text }));
  if (others.length > 0) return err(appError('order.ambiguous', { order: text, count: others.length + 1 }));
  return ok(first);
};
