import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор транспортной экспедиции: we forward, the client orders (documents.md §6). */
export const CONTRACT_FORWARDING: KindFacts = {
  title: {
    title: 'Договор транспортной экспедиции',
    genitive: 'Договора транспортной экспедиции',
    accusative: 'договор',
    short: 'Договор экспедиции',
    letter: 'Д',
  },
  editions: [freeForm('contract-forwarding', 'contract-forwarding-1')],
  series: 'contract',
  lines: 'services',
  carriesSum: false,
  paperOf: ['forwarding'],
  usualDate: 'beforehand',
};
