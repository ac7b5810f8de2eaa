import { facturaEditions } from './factura-editions.ts';
import type { KindFacts } from './kind.ts';

/**
 * Счет-фактура on a shipment, documents.md §9: for the act of a mixed order, whose goods the УПД closes, and for the
 * whole of an order of one sort.
 */
export const FACTURA: KindFacts = {
  title: {
    title: 'Счет-фактура',
    genitive: 'Счета-фактуры',
    accusative: 'счёт-фактуру',
    short: 'Счет-фактура',
    letter: 'Ф',
  },
  editions: facturaEditions('factura'),
  series: 'factura',
  lines: 'services',
  carriesSum: true,
  paperOf: null,
  usualDate: 'shipment',
};
