import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Спецификация to a contract, documents.md §12.6. Its number runs inside the contract. */
export const SPECIFICATION: KindFacts = {
  title: {
    title: 'Спецификация',
    genitive: 'Спецификации',
    accusative: 'спецификацию',
    short: 'Спецификация',
    letter: 'П',
  },
  editions: [freeForm('specification', 'specification-1')],
  series: ({ contractId }) => `specification:${contractId}`,
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'beforehand',
};
