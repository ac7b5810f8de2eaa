import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Заказ на производство: what our own workshop makes for an order. Numbered by the order with «-ПР». */
export const PRODUCTION_ORDER: KindFacts = {
  title: {
    title: 'Заказ на производство',
    genitive: 'Заказа на производство',
    accusative: 'заказ на производство',
    short: 'Заказ на производство',
    letter: 'З',
  },
  editions: [freeForm('production-order', 'production-order-1')],
  series: 'production-order',
  orderSuffix: '-ПР',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  side: 'internal',
};
