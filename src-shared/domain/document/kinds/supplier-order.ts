import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Заказ поставщику: what our company buys for an order. Prices come with his invoice, so the register counts no money for it. */
export const SUPPLIER_ORDER: KindFacts = {
  title: {
    title: 'Заказ поставщику',
    genitive: 'Заказа поставщику',
    accusative: 'заказ поставщику',
    short: 'Заказ поставщику',
    letter: 'З',
  },
  editions: [freeForm('supplier-order', 'supplier-order-1')],
  series: 'supplier-order',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  side: 'supplier',
};
