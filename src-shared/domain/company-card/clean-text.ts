/** Signs that show nothing: soft hyphens, zero-width ones, byte order marks inside a text, direction marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
/** Control signs except a tab and a new line; binary remains of old programs. */
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/gu;

const LATIN = 'ABCEHKMOPTXYaceopxyk';
const CYRILLIC = 'АВСЕНКМОРТХУасеорхук';
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Array.from(LATIN, (letter, index) => [letter, CYRILLIC.charAt(index)]),
);

/** Latin letters that look Cyrillic, inside words that also hold a Cyrillic letter: «ИHH», «Pоссия». Lengths do not change. */
const foldLookAlikes = (text: string): string =>
  text.replace(/[A-Za-zА-Яа-яЁё]{2,}/gu, (word) =>
    /[А-Яа-яЁё]/u.test(word) && /[A-Za-z]/u.test(word)
      ? Array.from(word, (letter) => LOOK_ALIKES.get(letter) ?? letter).join('')
      : word,
  );

/** A text in one spelling: plain spaces and line ends, no invisible signs, no Latin letters inside Russian words. */
export const cleanText = (text: string): string =>
  foldLookAlikes(
    text
      .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
      .replace(INVISIBLE, '')
      .replace(CONTROL, ' ')
      .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' '),
  );

/** One line: single spaces, no dangling separators around. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:=–—-]+/u, '')
    .replace(/[\s,;:=–—|/\\(_-]+$/u, '')
    .trim();
