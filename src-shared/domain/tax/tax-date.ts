import type { IsoDate } from '../../kernel/date.ts';
import type { DocumentSource } from '../document/document-source.ts';
import type { TaxRegime } from '../party/party.ts';
import { regimeOn } from './regime-on.ts';

/** The day that fixes the rate: shipment or completion, and the paper's own date while nothing was shipped. */
export const taxDateOf = (source: Pick<DocumentSource, 'order' | 'date'>): IsoDate =>
  source.order.shipDate ?? source.date;

/** Regime of our company on that day: it decides the rate and the status of a УПД alike. */
export const sellerRegimeOf = (source: Pick<DocumentSource, 'order' | 'date' | 'organisation'>): TaxRegime | null =>
  regimeOn(source.organisation.party, taxDateOf(source));
