import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Акт выполненных работ, оказанных услуг, documents.md §8. */
export const ACT: KindFacts = {
  title: { title: 'Акт', genitive: 'Акта', accusative: 'акт', short: 'Акт', letter: 'А' },
  editions: [freeForm('act', 'act-1')],
  series: 'act',
  lines: 'services',
  carriesSum: true,
  paperOf: null,
  usualDate: 'shipment',
};
