import type { Order } from '../../../order/order.ts';
import type { ClientSource } from '../../sides/client-source.ts';

/** The order without the carrier's price, where a rule that reads none of it asks for the whole type. */
export const wholeOrderOf = ({ order }: ClientSource): Order => ({
  ...order,
  trip: order.trip && { ...order.trip, carrierPrice: null },
});
