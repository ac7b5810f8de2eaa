import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Товарная накладная ТОРГ-12, documents.md §12.1. Optional since 2013 and on paper only since 2026, never repealed (§19). */
export const TORG12: KindFacts = {
  title: {
    title: 'Товарная накладная (ТОРГ-12)',
    genitive: 'Товарной накладной (ТОРГ-12)',
    accusative: 'накладную ТОРГ-12',
    short: 'ТОРГ-12',
    letter: 'Н',
  },
  editions: [
    {
      ...freeForm('torg12', 'torg12-132'),
      reference: 'Унифицированная форма № ТОРГ-12. Утверждена постановлением Госкомстата России от 25.12.98 № 132',
    },
  ],
  series: 'torg12',
  lines: 'goods',
  carriesSum: true,
  paperOf: null,
  usualDate: 'shipment',
};
