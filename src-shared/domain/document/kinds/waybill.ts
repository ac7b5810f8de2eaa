import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Транспортная накладная, documents.md §11.1. The successor of the form 2116 is not published (§2.3), so it stays open. */
export const WAYBILL: KindFacts = {
  title: {
    title: 'Транспортная накладная',
    genitive: 'Транспортной накладной',
    accusative: 'транспортную накладную',
    short: 'ТН',
    letter: 'Т',
  },
  editions: [
    {
      ...freeForm('waybill', 'waybill-2116'),
      reference:
        'Приложение № 4 к Правилам перевозок грузов автомобильным транспортом (в ред. постановления Правительства Российской Федерации от 30.11.2021 № 2116)',
    },
  ],
  series: 'waybill',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'beforehand',
  side: 'shared',
};
