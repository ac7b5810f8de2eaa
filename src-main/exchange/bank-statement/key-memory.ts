import { flatCopy } from './own-copy.ts';
import { keyFacts, normalizedKey, type KeyFacts } from './statement-keys.ts';

/** The key of a line and where its value begins, counted from the line's start; without `=` the whole line is the key. */
export type CutLine = { readonly facts: KeyFacts; readonly hasValue: boolean; readonly valueFrom: number };

type Spelling = CutLine & {
  /** The beginning of the line up to and with the `=`, as the bank writes it. */
  readonly text: string;
  /** What came after it the last time. */
  next: Spelling | null;
};

const MOST_SPELLINGS = 2_000;
/** No key of the format is half as long; a longer one is not worth remembering. */
const LONGEST_KEY = 64;

/**
 * Cuts lines into key and value. A bank writes its keys in the same order document after document, so the key that followed
 * the last one is tried first; only where that fails it is looked up.
 */
export const createKeyMemory = (): { readonly cut: (text: string, from: number, to: number) => CutLine } => {
  const spellings = new Map<string, Spelling>();
  let last: Spelling | null = null;

  const lookUp = (line: string): Spelling => {
    const equals = line.indexOf('=');
    const text = equals === -1 ? line : line.slice(0, equals + 1);
    const known = spellings.get(text);
    if (known !== undefined) return known;
    const hasValue = equals !== -1;
    const isLong = text.length > LONGEST_KEY;
    const key = normalizedKey(hasValue ? text.slice(0, -1) : text);
    const facts = keyFacts(isLong ? `${key.slice(0, LONGEST_KEY)}…` : flatCopy(key));
    const spelling = { text: isLong ? '' : flatCopy(text), facts, hasValue, valueFrom: equals + 1, next: null };
    if (!isLong && spellings.size < MOST_SPELLINGS) spellings.set(spelling.text, spelling);
    return spelling;
  };

  return {
    cut: (text, from, to) => {
      const guess: Spelling | null = last?.next ?? null;
      const isGuessed =
        guess !== null &&
        guess.text !== '' &&
        text.startsWith(guess.text, from) &&
        (guess.hasValue ? from + guess.text.length <= to : from + guess.text.length === to);
      const spelling = isGuessed ? guess : lookUp(text.slice(from, to));
      if (last !== null) last.next = spelling;
      last = spelling;
      return spelling;
    },
  };
};
