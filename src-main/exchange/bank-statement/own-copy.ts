/** Below this V8 copies a slice; a longer one keeps the whole piece of the file alive that it was cut from. */
const SHORTEST_SHARED_SLICE = 13;
/** The caches stay small even when every value of a file is new. */
const MOST_KNOWN = 20_000;

export type OwnCopies = { readonly of: (text: string) => string };

/**
 * Texts that outlive the piece of the file they were cut from. Banks repeat accounts, names and service lines in every
 * document: each of them is kept once.
 */
export const createOwnCopies = (): OwnCopies => {
  const known = new Map<string, string>();
  return {
    of: (text) => {
      if (text.length < SHORTEST_SHARED_SLICE) return text;
      const found = known.get(text);
      if (found !== undefined) return found;
      const copy = detached(text);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(copy, copy);
      return copy;
    },
  };
};

/**
 * The same characters in memory of their own: joining makes a new text, and the cut then shares that one. Half as dear as a way
 * through bytes (measured 2026-11, V8 13.6); the memory of `bench:statement` shows that it still holds.
 */
export const detached = (text: string): string => (text.length < SHORTEST_SHARED_SLICE ? text : ` ${text}`.slice(1));

/** The same characters as one plain piece of memory: the dearest copy, and the one that is compared fastest. */
export const flatCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
