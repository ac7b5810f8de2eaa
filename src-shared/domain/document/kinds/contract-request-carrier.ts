import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор-заявка с перевозчиком: the contract of one trip (documents.md §7); numbered by the order with «-П» (§17). */
export const CONTRACT_REQUEST_CARRIER: KindFacts = {
  title: {
    title: 'Договор-заявка с перевозчиком',
    genitive: 'Договора-заявки с перевозчиком',
    accusative: 'договор-заявку с перевозчиком',
    short: 'Договор-заявка с перевозчиком',
    letter: 'З',
  },
  editions: [freeForm('contract-request-carrier', 'contract-request-carrier-1')],
  series: 'carrier-request',
  orderSuffix: '-П',
  lines: 'services',
  carriesSum: true,
  paperOf: null,
  usualDate: 'beforehand',
  side: 'carrier',
};
