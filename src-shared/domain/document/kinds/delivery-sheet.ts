import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/**
 * Лист доставки: what goes where and to whom, signed at the door. It is our own list and no primary document – the УПД is, so
 * nobody waits for it to come back. Numbered by the order with «-Д».
 */
export const DELIVERY_SHEET: KindFacts = {
  title: {
    title: 'Лист доставки',
    genitive: 'Листа доставки',
    accusative: 'лист доставки',
    short: 'Лист доставки',
    letter: 'Л',
  },
  editions: [freeForm('delivery-sheet', 'delivery-sheet-1')],
  series: 'delivery-sheet',
  orderSuffix: '-Д',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  side: 'internal',
};
