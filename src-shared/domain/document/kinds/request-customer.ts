import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Заявка заказчика under a framework contract (documents.md §7); its number is the order's. */
export const REQUEST_CUSTOMER: KindFacts = {
  title: {
    title: 'Заявка на перевозку груза',
    genitive: 'Заявки на перевозку груза',
    accusative: 'заявку заказчика',
    short: 'Заявка',
    letter: 'З',
  },
  editions: [freeForm('request-customer', 'request-customer-1')],
  series: 'request',
  orderSuffix: '',
  lines: 'services',
  carriesSum: true,
  paperOf: null,
  usualDate: 'beforehand',
};
