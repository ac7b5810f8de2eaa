import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Товарно-транспортная накладная, form 1-Т (documents.md §11.2); one series with the ТН (§17). */
export const TTN: KindFacts = {
  title: {
    title: 'Товарно-транспортная накладная',
    genitive: 'Товарно-транспортной накладной',
    accusative: 'товарно-транспортную накладную',
    short: 'ТТН',
    letter: 'Т',
  },
  editions: [
    {
      ...freeForm('ttn', 'ttn-1t-1997'),
      reference: 'Типовая межотраслевая форма № 1-Т. Утверждена постановлением Госкомстата России от 28.11.97 № 78',
    },
  ],
  series: 'waybill',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'beforehand',
  side: 'shared',
};
