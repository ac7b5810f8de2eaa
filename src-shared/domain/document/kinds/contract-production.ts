import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор подряда на изготовление, documents.md §6: things made to order. */
export const CONTRACT_PRODUCTION: KindFacts = {
  title: {
    title: 'Договор подряда на изготовление',
    genitive: 'Договора подряда на изготовление',
    accusative: 'договор',
    short: 'Договор на изготовление',
    letter: 'Д',
  },
  editions: [freeForm('contract-production', 'contract-production-1')],
  series: 'contract',
  lines: 'all',
  carriesSum: false,
  paperOf: ['work'],
  usualDate: 'beforehand',
};
