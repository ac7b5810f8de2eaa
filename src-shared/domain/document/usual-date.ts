import { daysBetween, type IsoDate } from '../../kernel/date.ts';
import type { Order } from '../order/order.ts';

/** A счет-фактура or УПД is dated within so many calendar days of the shipment (documents.md §17, ст. 168 НК). */
export const FACTURA_DAYS = 5;

/**
 * The date of an order's documents when nobody names one: today, and the day of the shipment once that lies further back
 * than the law lets a счет-фактура follow it. Closing the last month is such a case: its papers belong into that month.
 */
export const usualDateOf = ({ shipDate }: Pick<Order, 'shipDate'>, today: IsoDate): IsoDate =>
  shipDate !== null && daysBetween(shipDate, today) > FACTURA_DAYS ? shipDate : today;
