import type { Order } from '../../order/order.ts';
import { from, type Traced } from '../traced.ts';

/** Printed where a statutory form has nothing to say (documents.md §4). */
export const DASH = '—';

export const orDash = (text: string): string => text.trim() || DASH;

/** What tells where a value of an order came from. */
export type OrderMarks = Pick<Order, 'manualFields' | 'sourceSystem'>;

/**
 * A value of the order: by hand when a person changed it after the import or wrote the whole order, else from the CRM.
 * `path` is relative to the order, as in its `manualFields`: `lines[0].price`.
 */
export const orderLeaf = (order: OrderMarks, path: string, text: string): Traced => {
  const isManual = path in order.manualFields || order.sourceSystem === 'manual';
  return (isManual ? from.manual : from.crm)(`order.${path}`, text);
};
