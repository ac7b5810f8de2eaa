import { facturaEditions } from './factura-editions.ts';
import type { KindFacts } from './kind.ts';

/** Счет-фактура on an advance, documents.md §9: in one series with those on shipments. Its sum is that of the payment. */
export const FACTURA_ADVANCE: KindFacts = {
  title: {
    title: 'Счет-фактура на аванс',
    genitive: 'Счета-фактуры на аванс',
    accusative: 'счёт-фактуру на аванс',
    short: 'Счет-фактура на аванс',
    letter: 'Ф',
  },
  editions: facturaEditions('factura-advance'),
  series: 'factura',
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'issue',
};
