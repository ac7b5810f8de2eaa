import { freeForm } from '../../forms/form-edition.ts';
import type { KindFacts } from './kind.ts';

/** Доверенность на получение ценностей, form М-2, documents.md §12.2. One journal with those on carriage. */
export const PROXY_GOODS: KindFacts = {
  title: {
    title: 'Доверенность М-2',
    genitive: 'Доверенности М-2',
    accusative: 'доверенность',
    short: 'Доверенность',
    letter: 'Д',
  },
  editions: [
    {
      ...freeForm('proxy-goods', 'proxy-goods-m2'),
      reference: 'Типовая межотраслевая форма № М-2, утв. постановлением Госкомстата России от 30.10.97 № 71а',
    },
  ],
  series: 'proxy',
  lines: 'all',
  carriesSum: false,
  paperOf: null,
  usualDate: 'issue',
  about: 'account',
};
