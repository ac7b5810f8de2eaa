import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор подряда на дизайн, documents.md §6: the result is a project or artwork with the rights to it. */
export const CONTRACT_DESIGN: KindFacts = {
  title: {
    title: 'Договор подряда на дизайн',
    genitive: 'Договора подряда на дизайн',
    accusative: 'договор',
    short: 'Договор на дизайн',
    letter: 'Д',
  },
  editions: [freeForm('contract-design', 'contract-design-1')],
  series: 'contract',
  lines: 'all',
  carriesSum: false,
  paperOf: ['work'],
  usualDate: 'beforehand',
};
