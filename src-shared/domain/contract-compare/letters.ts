/** A text as the comparison reads it: letters that count, each with its place in the text. */
export type LetterRow = {
  readonly text: string;
  /** Code points that are compared, folded. */
  readonly letters: readonly number[];
  /** Where each of them stands in `text`. */
  readonly places: readonly number[];
};

/** A piece of a text by its places, the end not included. */
export type Stretch = { readonly from: number; readonly to: number };

/** Spaces, soft hyphens and marks that a layout adds or drops say nothing. */
const isNothing = (letter: string): boolean => /[\s\u00A0\u00AD\u200B-\u200F\u202F\u2060\uFEFF]/u.test(letter);

const QUOTES = /["“”„«»‟'‘’]/u;
const DASHES = /[-‐‑‒–—−]/u;

const fold = (letter: string): string => {
  if (QUOTES.test(letter)) return '"';
  if (DASHES.test(letter)) return '-';
  const lower = letter.toLowerCase();
  return lower === 'ё' ? 'е' : lower;
};

/**
 * Case, kinds of quotes and dashes, ё and spaces are layout; all else is wording. `leftOut` are stretches of the text, in
 * their order, that are not compared.
 */
export const readLetters = (text: string, leftOut: readonly Stretch[] = []): LetterRow => {
  const letters: number[] = [];
  const places: number[] = [];
  let place = 0;
  let next = 0;
  for (const letter of text) {
    while ((leftOut[next]?.to ?? Number.POSITIVE_INFINITY) <= place) next += 1;
    const isOut = (leftOut[next]?.from ?? Number.POSITIVE_INFINITY) <= place;
    if (!isOut && !isNothing(letter) && !isLineBreakHyphen(text, place)) {
      letters.push(fold(letter).codePointAt(0) ?? 0);
      places.push(place);
    }
    place += letter.length;
  }
  return { text, letters, places };
};

/** «пере-⏎возка»: the hyphen belongs to the line. */
const isLineBreakHyphen = (text: string, at: number): boolean =>
  DASHES.test(text.charAt(at)) && text.charAt(at + 1) === '\n' && /\p{L}/u.test(text.charAt(at - 1));

const isWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

/** Does a word begin or end between the letters `at - 1` and `at`? */
export const isBoundary = ({ text, places, letters }: LetterRow, at: number): boolean => {
  if (at <= 0 || at >= letters.length) return true;
  const left = places[at - 1] ?? 0;
  const right = places[at] ?? 0;
  if (right - left > 1 && /\s|\u00A0/u.test(text.slice(left + 1, right))) return !/-\n/u.test(text.slice(left, right));
  if (isInNumber(text, left, right)) return false;
  return !isWord(text.charAt(left)) || !isWord(text.charAt(right));
};

/** «0,1», «31.12.2026»: the mark between two figures does not end a number. */
const isInNumber = (text: string, left: number, right: number): boolean => {
  const around = text.slice(Math.max(0, left - 1), right + 2);
  return (
    /^\d?\d[.,]\d|\d[.,]\d\d?$/u.test(around) && /[\d.,]/u.test(text.charAt(left)) && /[\d.,]/u.test(text.charAt(right))
  );
};

/** The text of letters [from, to) as it stands, spaces made single. */
export const sliceOf = ({ text, places }: LetterRow, from: number, to: number): string => {
  if (from >= to) return '';
  const start = places[from] ?? 0;
  const end = (places[to - 1] ?? 0) + 1;
  return text.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
};
