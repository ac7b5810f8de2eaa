import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Акт сверки взаимных расчетов, documents.md §12.3. Its balance is no turnover: the register counts no money for it. */
export const RECONCILIATION: KindFacts = {
  title: {
    title: 'Акт сверки',
    genitive: 'Акта сверки',
    accusative: 'акт сверки',
    short: 'Акт сверки',
    letter: 'С',
  },
  editions: [freeForm('reconciliation', 'reconciliation-1')],
  series: 'reconciliation',
  lines: 'all',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  about: 'account',
};
