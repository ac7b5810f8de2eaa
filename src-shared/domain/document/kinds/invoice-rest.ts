import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Счет на остаток: what the invoices before it leave of the order's price (documents.md §5; PRD-47). */
export const INVOICE_REST: KindFacts = {
  title: {
    title: 'Счет на остаток',
    genitive: 'Счета на остаток',
    accusative: 'счёт на остаток',
    short: 'Счет (остаток)',
    letter: 'С',
  },
  editions: [freeForm('invoice-rest', 'invoice-rest-1')],
  series: 'invoice',
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'issue',
};
