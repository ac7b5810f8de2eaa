import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Поручение экспедитору, a draft that collects the data of the electronic one (documents.md §11.4). */
export const FORWARDER_ORDER: KindFacts = {
  title: {
    title: 'Поручение экспедитору',
    genitive: 'Поручения экспедитору',
    accusative: 'поручение экспедитору',
    short: 'Поручение',
    letter: 'П',
  },
  editions: [freeForm('forwarder-order', 'forwarder-order-1')],
  series: 'forwarder-order',
  orderSuffix: '',
  lines: 'services',
  carriesSum: false,
  paperOf: null,
  usualDate: 'beforehand',
};
