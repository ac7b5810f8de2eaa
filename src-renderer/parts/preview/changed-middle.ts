/** A wording and what it became; `same` before and after the changed words. */
export type ChangedMiddle = {
  readonly head: string;
  readonly removed: string;
  readonly added: string;
  readonly tail: string;
};

/** The words that differ between two wordings, without the equal words around them. */
export const changedMiddle = (before: string, after: string): ChangedMiddle => {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head]?.trim() === now[head]?.trim()) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail)?.trim() === now.at(-1 - tail)?.trim()) tail += 1;
  return {
    head: now.slice(0, head).join(''),
    removed: old
      .slice(head, old.length - tail)
      .join('')
      .trim(),
    added: now
      .slice(head, now.length - tail)
      .join('')
      .trim(),
    tail: now.slice(now.length - tail).join(''),
  };
};

/** Words with the spaces after them. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/gu) ?? [];
