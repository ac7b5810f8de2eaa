import { updStatus } from '../../tax/regime-rates.ts';
import { facturaEditions } from './factura-editions.ts';
import type { KindFacts } from './kind.ts';

/**
 * Универсальный передаточный документ, documents.md §10. Of status 1 it stands in one chronological series with
 * счета-фактуры, of status 2 in one with acts.
 */
export const UPD: KindFacts = {
  title: { title: 'УПД', genitive: 'УПД', accusative: 'УПД', short: 'УПД', letter: 'У' },
  editions: facturaEditions('upd'),
  series: ({ regime, rates }) => (updStatus(regime, rates) === 1 ? 'factura' : 'act'),
  lines: 'goods',
  carriesSum: true,
  paperOf: null,
  usualDate: 'shipment',
};
