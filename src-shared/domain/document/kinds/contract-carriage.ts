import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор перевозки грузов: we carry, the client orders (documents.md §6). */
export const CONTRACT_CARRIAGE: KindFacts = {
  title: {
    title: 'Договор перевозки грузов',
    genitive: 'Договора перевозки грузов',
    accusative: 'договор',
    short: 'Договор перевозки',
    letter: 'Д',
  },
  editions: [freeForm('contract-carriage', 'contract-carriage-1')],
  series: 'contract',
  lines: 'services',
  carriesSum: false,
  paperOf: ['carriage'],
  usualDate: 'beforehand',
};
