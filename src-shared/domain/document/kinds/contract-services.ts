import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор возмездного оказания услуг, documents.md §6. */
export const CONTRACT_SERVICES: KindFacts = {
  title: {
    title: 'Договор возмездного оказания услуг',
    genitive: 'Договора возмездного оказания услуг',
    accusative: 'договор',
    short: 'Договор услуг',
    letter: 'Д',
  },
  editions: [freeForm('contract-services', 'contract-services-1')],
  series: 'contract',
  lines: 'all',
  carriesSum: false,
  paperOf: ['services', 'work'],
  usualDate: 'beforehand',
};
