import { daysBetween, type IsoDate } from '../../kernel/date.ts';
import type { Order } from '../order/order.ts';
import type { DocumentKind } from './document.ts';
import { KINDS } from './kinds/index.ts';

/** A счет-фактура or УПД is dated within so many calendar days of the shipment (documents.md §17, ст. 168 НК). */
export const FACTURA_DAYS = 5;

/** Which date each kind of a pack gets. */
export type DatesOf = (kind: DocumentKind) => IsoDate;

type Dated = Pick<Order, 'shipDate' | 'trip'>;

/** The dates of an order's documents: the one that somebody named, or of each kind its usual one (documents.md §17). */
export const datesOf = (order: Dated, today: IsoDate, named?: IsoDate): DatesOf =>
  named === undefined ? (kind) => usualDateOf(kind, order, today) : () => named;

/** The day on which the goods went or the work was done; today while that is still ahead. */
export const shipmentDateOf = ({ shipDate }: Pick<Order, 'shipDate'>, today: IsoDate): IsoDate =>
  shipDate !== null && shipDate < today ? shipDate : today;

/**
 * The date of a document when nobody names one, as the facts of its kind say. One of the day of issue goes back to the
 * shipment once that lies further back than the law lets a счет-фактура follow it: closing the last month is such a case,
 * and its papers belong into that month.
 */
export const usualDateOf = (kind: DocumentKind, order: Dated, today: IsoDate): IsoDate => {
  const { usualDate } = KINDS[kind];
  const shipped = shipmentDateOf(order, today);
  if (usualDate === 'shipment') return shipped;
  if (usualDate === 'beforehand') return earlier(shipped, loadingOf(order) ?? today);
  return daysBetween(shipped, today) > FACTURA_DAYS ? shipped : today;
};

const loadingOf = ({ trip }: Dated): IsoDate | null =>
  trip?.route.find(({ kind, date }) => kind === 'loading' && date !== null)?.date ?? null;

const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);
