import { addDays, type IsoDate } from '../../../../kernel/date.ts';
import type { ClientSource } from '../../sides/client-source.ts';

/** A доверенность of a trip lives ten days, or as long as the trip when that is longer (documents.md §12.2). */
const USUAL_DAYS = 10;

/** Last day of the доверенность. */
export const proxyValidTo = ({ date, order }: Pick<ClientSource, 'date' | 'order'>): IsoDate =>
  (order.trip?.route ?? []).reduce<IsoDate>(
    (latest, point) => (point.date !== null && point.date > latest ? point.date : latest),
    addDays(date, USUAL_DAYS),
  );
