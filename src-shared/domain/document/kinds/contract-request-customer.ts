import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Договор-заявка с заказчиком: the contract of one trip (documents.md §7); its number is the order's. */
export const CONTRACT_REQUEST_CUSTOMER: KindFacts = {
  title: {
    title: 'Договор-заявка на перевозку груза',
    genitive: 'Договора-заявки на перевозку груза',
    accusative: 'договор-заявку с заказчиком',
    short: 'Договор-заявка',
    letter: 'З',
  },
  editions: [freeForm('contract-request-customer', 'contract-request-customer-1')],
  series: 'request',
  orderSuffix: '',
  lines: 'services',
  carriesSum: true,
  paperOf: null,
  usualDate: 'beforehand',
};
