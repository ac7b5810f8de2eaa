import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Прайс-лист, documents.md §12.5. */
export const PRICE_LIST: KindFacts = {
  title: {
    title: 'Прайс-лист',
    genitive: 'Прайс-листа',
    accusative: 'прайс-лист',
    short: 'Прайс-лист',
    letter: 'П',
  },
  editions: [freeForm('price-list', 'price-list-1')],
  series: 'price-list',
  lines: 'all',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  about: 'account',
};
