import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Счет на оплату, documents.md §5. */
export const INVOICE: KindFacts = {
  title: { title: 'Счет на оплату', genitive: 'Счета на оплату', accusative: 'счёт', short: 'Счет', letter: 'С' },
  editions: [freeForm('invoice', 'invoice-1')],
  series: 'invoice',
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'issue',
};
