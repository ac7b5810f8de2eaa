const LATIN: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** A word that mixes both alphabets. */
const MIXED = /[a-z]+[а-я][a-zа-я]*|[а-я]+[a-z][a-zа-я]*/gu;

const withCyrillic = (word: string): string => word.replaceAll(/[abcehkmoptxy]/gu, (letter) => LATIN[letter] ?? letter);

const SPACES = /[\s\u00A0\u202F\u2009]+/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;
const QUOTES = /[«»„“”'`]/gu;
const HAS_LATIN = /[a-z]/u;

/**
 * Small letters, е for ё, one kind of dash and of quote mark, plain spaces; Latin letters inside a Cyrillic word become
 * the Cyrillic ones they look like.
 */
export const fold = (text: string): string => {
  const plain = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(SPACES, ' ')
    .replaceAll(DASHES, '-')
    .replaceAll(QUOTES, '"');
  return HAS_LATIN.test(plain) ? plain.replaceAll(MIXED, withCyrillic) : plain;
};
