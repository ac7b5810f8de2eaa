import type { IsoDate } from '../../kernel/date.ts';
import type { DocumentSource } from '../document/document-source.ts';

/** The day that fixes the rate: shipment or completion, and the paper's own date while nothing was shipped. */
export const taxDateOf = (source: Pick<DocumentSource, 'order' | 'date'>): IsoDate => source.order.shipDate ?? source.date;
