import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Реестр закрывающих документов, documents.md §12.7. */
export const CLOSING_REGISTER: KindFacts = {
  title: {
    title: 'Реестр документов',
    genitive: 'Реестра документов',
    accusative: 'реестр документов',
    short: 'Реестр документов',
    letter: 'Р',
  },
  editions: [freeForm('closing-register', 'closing-register-1')],
  series: 'register',
  lines: 'all',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  about: 'account',
};
