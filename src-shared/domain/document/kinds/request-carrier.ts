import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Заявка перевозчику under our contract with him (documents.md §7); numbered by the order with «-П» (§17). */
export const REQUEST_CARRIER: KindFacts = {
  title: {
    title: 'Заявка перевозчику',
    genitive: 'Заявки перевозчику',
    accusative: 'заявку перевозчику',
    short: 'Заявка перевозчику',
    letter: 'З',
  },
  editions: [freeForm('request-carrier', 'request-carrier-1')],
  series: 'carrier-request',
  orderSuffix: '-П',
  lines: 'services',
  carriesSum: true,
  paperOf: null,
  usualDate: 'beforehand',
  side: 'carrier',
};
