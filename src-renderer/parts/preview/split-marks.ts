const START = '\uE000';
const MIDDLE = '\uE001';
const END = '\uE002';

/** A run of letters of one text node; `mark` is the number of the value it prints, null outside of values. */
export type MarkedPiece = { readonly text: string; readonly mark: number | null };

/**
 * Takes the marks of the preview (`\uE000{index}\uE001{text}\uE002`) out of the letters of a page. `texts` are its text
 * nodes in order: Word may break a value, and even a mark, into several runs. A mark that lost its end stops at the
 * next one's start.
 */
export const splitMarks = (texts: readonly string[]): readonly (readonly MarkedPiece[])[] => {
  let digits: string | null = null;
  let mark: number | null = null;
  return texts.map((text) => {
    const pieces: { text: string; mark: number | null }[] = [];
    for (const sign of text) {
      if (sign === START) {
        digits = '';
        mark = null;
      } else if (sign === MIDDLE) {
        mark = digits ? Number(digits) : null;
        digits = null;
      } else if (sign === END) {
        mark = null;
        digits = null;
      } else if (digits !== null && /\d/u.test(sign)) digits += sign;
      else {
        digits = null;
        const last = pieces.at(-1);
        if (last?.mark === mark && last) last.text += sign;
        else pieces.push({ text: sign, mark });
      }
    }
    return pieces;
  });
};

/** Whether a text has anything to take out or to mark. */
export const hasMarks = (text: string): boolean => /[\uE000-\uE002]/u.test(text);
