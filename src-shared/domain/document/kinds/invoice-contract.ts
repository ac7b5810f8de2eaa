import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Счет-договор: счет with the terms of a one-time sale, documents.md §5 and §6. It stands in the series of invoices; a framework contract does not come of it. */
export const INVOICE_CONTRACT: KindFacts = {
  title: {
    title: 'Счет-договор',
    genitive: 'Счета-договора',
    accusative: 'счёт-договор',
    short: 'Счет-договор',
    letter: 'С',
  },
  editions: [freeForm('invoice-contract', 'invoice-contract-1')],
  series: 'invoice',
  lines: 'all',
  carriesSum: true,
  paperOf: null,
  usualDate: 'issue',
};
