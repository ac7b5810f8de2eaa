import { changedMiddle } from './changed-middle.ts';

/** A place where the wording of a document differs: from its form, or from what the other side gave back. */
export type PageEdit = {
  /** «п. 4.3»; empty or absent when it stands in no clause. */
  readonly clause?: string;
  readonly before: string;
  readonly after: string;
};

/** What of an edit stands on the page and has to be marked, and what is put beside it. */
export type EditPlace = {
  readonly paragraph: number;
  readonly from: number;
  readonly length: number;
  /** Whether the marked letters are those that were removed or those that were added. */
  readonly marked: 'removed' | 'added';
  /** The other wording: empty when words were only added or only removed. */
  readonly beside: string;
};

/** Shorter texts are looked for in their own clause only: «10» stands in many places of a contract. */
const SHORTEST_ANYWHERE = 12;

/** Finds an edit among the paragraphs of a page, which may carry either of the two wordings; null when it has neither. */
export const findEdit = (paragraphs: readonly string[], edit: PageEdit): EditPlace | null => {
  const { head, removed, added } = changedMiddle(edit.before, edit.after);
  const clause = (edit.clause ?? '').replace(/^п\.?\s*/u, '');
  const own = paragraphs.flatMap((text, index) => (clause !== '' && beginsWith(text, clause) ? [index] : []));
  const wordings = [
    { text: edit.before, changed: removed, marked: 'removed', beside: added },
    { text: edit.after, changed: added, marked: 'added', beside: removed },
  ] as const;
  for (const { text, changed, marked, beside } of wordings) {
    if (text.trim() === '' || changed === '') continue;
    const places = own.length > 0 ? own : text.length < SHORTEST_ANYWHERE ? [] : [...paragraphs.keys()];
    for (const paragraph of places) {
      const found = wordsPattern(text).exec(paragraphs[paragraph] ?? '');
      if (found === null) continue;
      const before = head === '' ? 0 : (wordsPattern(head, '\\s*').exec(found[0])?.[0].length ?? 0);
      const length = wordsPattern(changed).exec(found[0].slice(before))?.[0].length ?? 0;
      return { paragraph, from: found.index + before, length, marked, beside };
    }
  }
  return null;
};

const beginsWith = (text: string, clause: string): boolean => {
  const start = text.trimStart();
  return start.startsWith(clause) && !/^\.?\d/u.test(start.slice(clause.length));
};

/** The words of a text with any spaces between them, not inside longer words. */
const wordsPattern = (text: string, after = '(?![\\p{L}\\d])'): RegExp => {
  const words = text.match(/\S+/gu) ?? [];
  const source = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`)).join('\\s*');
  return new RegExp(`(?<![\\p{L}\\d])${source}${after}`, 'u');
};
