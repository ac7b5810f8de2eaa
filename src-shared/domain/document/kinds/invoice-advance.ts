import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Счет на предоплату: the lines of the order, and the part of its price that is paid before the work (documents.md §5; PRD-46). */
export const INVOICE_ADVANCE: KindFacts = {
  title: {
    title: 'Счет на предоплату',
    genitive: 'Счета на предоплату',
    accusative: 'счёт на предоплату',
    short: 'Счет (аванс)',
    letter: 'С',
  },
  editions: [freeForm('invoice-advance', 'invoice-advance-1')],
  series: 'invoice',
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'issue',
};
