import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор с перевозчиком: he carries for us (documents.md §6). Its series is its own: «12-П/26». */
export const CONTRACT_CARRIER: KindFacts = {
  title: {
    title: 'Договор с перевозчиком',
    genitive: 'Договора с перевозчиком',
    accusative: 'договор с перевозчиком',
    short: 'Договор с перевозчиком',
    letter: 'Д',
  },
  editions: [freeForm('contract-carrier', 'contract-carrier-1')],
  series: 'carrier-contract',
  lines: 'services',
  carriesSum: false,
  paperOf: ['carrier'],
  usualDate: 'beforehand',
  side: 'carrier',
};
