import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** International waybill, CMR (documents.md §11.3). */
export const CMR: KindFacts = {
  title: {
    title: 'Международная товарно-транспортная накладная (CMR)',
    genitive: 'Международной товарно-транспортной накладной (CMR)',
    accusative: 'накладную CMR',
    short: 'CMR',
    letter: 'М',
  },
  editions: [freeForm('cmr', 'cmr-1')],
  series: 'cmr',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'beforehand',
  side: 'shared',
};
