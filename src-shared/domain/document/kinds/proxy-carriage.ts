import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Доверенность водителю на получение и перевозку груза (documents.md §12.2). */
export const PROXY_CARRIAGE: KindFacts = {
  title: {
    title: 'Доверенность на получение и перевозку груза',
    genitive: 'Доверенности на получение и перевозку груза',
    accusative: 'доверенность водителю',
    short: 'Доверенность',
    letter: 'В',
  },
  editions: [freeForm('proxy-carriage', 'proxy-carriage-1')],
  series: 'proxy',
  lines: 'goods',
  carriesSum: false,
  paperOf: null,
  usualDate: 'beforehand',
  side: 'shared',
};
