import type { DocumentKind } from '#shared/domain/document/document.ts';

/** What a person asks the palette for: the words that name a document only say which page to open. */
export type Find = { readonly text: string; readonly kinds: readonly DocumentKind[] };

const NOUNS: readonly (readonly [RegExp, readonly DocumentKind[]])[] = [
  [/^заказ/u, []],
  [/^сч[её]т/u, ['invoice']],
  [/^договор/u, ['contract-supply', 'contract-services']],
  [/^акт/u, ['act']],
  [/^упд$/u, ['upd']],
  [/^(?:тн|накладн)/u, ['waybill']],
];

/** «счет 1204» → the order 1204 opened on its invoice. A lone noun stays a word to look for. */
export const parseFind = (query: string): Find => {
  const words = query
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== '№');
  const [first = '', ...others] = words;
  const noun = NOUNS.find(([sign]) => sign.test(first.toLowerCase()));
  if (!noun || others.length === 0) return { text: words.join(' '), kinds: [] };
  return { text: others.join(' ').replace(/^№/u, ''), kinds: noun[1] };
};

/** Every word of the query stands in the title: how actions and sections are found. */
export const fitsWords = (title: string, query: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => title.toLowerCase().includes(word));
