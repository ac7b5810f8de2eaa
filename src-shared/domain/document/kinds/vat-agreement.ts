import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Дополнительное соглашение об НДС, documents.md §2.1 and §6: the price without tax, the tax by the rate of the day of shipment. */
export const VAT_AGREEMENT: KindFacts = {
  title: {
    title: 'Дополнительное соглашение об НДС',
    genitive: 'Дополнительного соглашения об НДС',
    accusative: 'дополнительное соглашение',
    short: 'Допсоглашение об НДС',
    letter: 'Д',
  },
  editions: [freeForm('vat-agreement', 'vat-agreement-1')],
  series: ({ contractId }) => `agreement:${contractId}`,
  lines: 'all',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
};
