import { changedMiddle } from './changed-middle.ts';

/** A place where the text of a page differs from the form it was made by. */
export type PageEdit = { readonly before: string; readonly after: string };

/**
 * Shows edits inside a drawn page: the added words are marked where they stand, the removed ones are put before them,
 * struck. An edit that is not found in the text stays only in the list beside the page.
 */
export const markEdits = (page: Document, body: HTMLElement, edits: readonly PageEdit[]): void => {
  const paragraphs = [...body.querySelectorAll<HTMLElement>('p')];
  edits.forEach(({ before, after }, number) => {
    const { head, removed, added } = changedMiddle(before, after);
    const target = paragraphs
      .map((paragraph) => ({ paragraph, at: squeezed(paragraph.textContent).indexOf(squeezed(after)) }))
      .find(({ at }) => at >= 0 && squeezed(after) !== '');
    if (target === undefined) return;
    const from = target.at + squeezed(head).length;
    const length = squeezed(added).length;
    const nodes = takeRange(page, target.paragraph, from, length);
    for (const node of nodes.inside) {
      const mark = element(page, 'added', number);
      node.replaceWith(mark);
      mark.append(node);
    }
    if (removed === '') return;
    const strike = element(page, 'removed', number);
    strike.textContent = removed;
    const place = nodes.inside[0]?.parentElement ?? nodes.after;
    if (place) place.before(strike, ' ');
    else target.paragraph.append(strike);
  });
};

/** Brings an edit into sight and frames it. */
export const choosePageEdit = (page: Document, number: number | null): void => {
  for (const one of page.querySelectorAll<HTMLElement>('[data-chosen]')) delete one.dataset['chosen'];
  if (number === null) return;
  const parts = [...page.querySelectorAll<HTMLElement>(`[data-edit='${number}']`)];
  for (const part of parts) part.dataset['chosen'] = '';
  parts[0]?.scrollIntoView({ block: 'center' });
};

const element = (page: Document, change: 'added' | 'removed', number: number): HTMLElement => {
  const made = page.createElement(change === 'added' ? 'ins' : 'del');
  made.dataset['change'] = change;
  made.dataset['edit'] = String(number);
  return made;
};

/** Spaces of a page and of a clause never agree, so places are counted without them. */
const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/gu, '');

type Range = { readonly inside: readonly Text[]; readonly after: Text | null };

/** Cuts the text nodes of a paragraph so that letters `from … from + length` (spaces not counted) are nodes of their own. */
const takeRange = (page: Document, paragraph: HTMLElement, from: number, length: number): Range => {
  const walker = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  const inside: Text[] = [];
  let after: Text | null = null;
  let seen = 0;
  for (const node of nodes) {
    const letters = squeezed(node.data).length;
    const [start, end] = [Math.max(from - seen, 0), Math.min(from + length - seen, letters)];
    seen += letters;
    if (end < 0 || start >= letters) continue;
    const middle = start === 0 ? node : node.splitText(placeOf(node.data, start));
    if (end > start) {
      const rest = placeOf(middle.data, end - start);
      if (rest < middle.data.length) after ??= middle.splitText(rest);
      inside.push(middle);
    } else after ??= middle;
  }
  return { inside, after };
};

/** The index of the letter that has so many letters before it. */
const placeOf = (text: string, letters: number): number => {
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (seen === letters && !/\s/u.test(text.charAt(at))) return at;
    if (!/\s/u.test(text.charAt(at))) seen += 1;
  }
  return text.length;
};
