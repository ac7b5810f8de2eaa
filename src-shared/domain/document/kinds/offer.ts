import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Коммерческое предложение, documents.md §12.4. */
export const OFFER: KindFacts = {
  title: {
    title: 'Коммерческое предложение',
    genitive: 'Коммерческого предложения',
    accusative: 'коммерческое предложение',
    short: 'КП',
    letter: 'К',
  },
  editions: [freeForm('offer', 'offer-1')],
  series: 'offer',
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'issue',
};
