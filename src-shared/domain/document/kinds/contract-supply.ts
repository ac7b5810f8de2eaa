import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор поставки, documents.md §6. */
export const CONTRACT_SUPPLY: KindFacts = {
  title: {
    title: 'Договор поставки',
    genitive: 'Договора поставки',
    accusative: 'договор',
    short: 'Договор поставки',
    letter: 'Д',
  },
  editions: [freeForm('contract-supply', 'contract-supply-1')],
  series: 'contract',
  lines: 'all',
  carriesSum: false,
  paperOf: ['supply'],
  usualDate: 'beforehand',
};
