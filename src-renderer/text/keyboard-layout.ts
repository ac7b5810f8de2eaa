const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&';
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?';

const pair = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((char, index) => [char, [...to][index] ?? char]));

const toCyrillic = pair(LATIN, CYRILLIC);
const toLatin = pair(CYRILLIC, LATIN);

const convert = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((char) => table.get(char) ?? char).join('');

/**
 * What the person meant to type with the other keyboard layout: «cxtn 1204» → «счет 1204», «Фдаф» → «Alfa».
 * Null when there is nothing to swap: digits alone, or letters of both alphabets together.
 */
export const otherLayout = (text: string): string | null => {
  const hasLatin = /[a-z]/iu.test(text);
  const hasCyrillic = /[а-яё]/iu.test(text);
  if (hasLatin === hasCyrillic) return null;
  return convert(text, hasLatin ? toCyrillic : toLatin);
};
