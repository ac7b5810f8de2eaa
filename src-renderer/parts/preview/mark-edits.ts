import { findEdit, type EditPlace, type PageEdit } from './edit-place.ts';

/**
 * Shows edits inside a drawn page: removed words struck, added ones underlined beside them. An edit that is not found in
 * the text stays only in the list beside the page.
 */
export const markEdits = (page: Document, body: HTMLElement, edits: readonly PageEdit[]): void => {
  const paragraphs = [...body.querySelectorAll<HTMLElement>('p')];
  const texts = paragraphs.map((paragraph) => paragraph.textContent);
  edits.forEach((edit, number) => {
    const place = findEdit(texts, edit);
    const paragraph = place === null ? undefined : paragraphs[place.paragraph];
    if (place !== null && paragraph !== undefined) markPlace(page, paragraph, place, number);
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

const markPlace = (page: Document, paragraph: HTMLElement, place: EditPlace, number: number): void => {
  const element = (change: 'added' | 'removed'): HTMLElement => {
    const made = page.createElement(change === 'added' ? 'ins' : 'del');
    made.dataset['change'] = change;
    made.dataset['edit'] = String(number);
    return made;
  };
  const marks = lettersOf(page, paragraph, place).map((node) => {
    const mark = element(place.marked);
    node.replaceWith(mark);
    mark.append(node);
    return mark;
  });
  if (place.beside === '') return;
  const beside = element(place.marked === 'removed' ? 'added' : 'removed');
  beside.textContent = place.beside;
  if (place.marked === 'removed') marks.at(-1)?.after(' ', beside);
  else marks[0]?.before(beside, ' ');
};

/** Cuts the text nodes of a paragraph so that the letters of the place are nodes of their own. */
const lettersOf = (page: Document, paragraph: HTMLElement, { from, length }: EditPlace): readonly Text[] => {
  const walker = page.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  let seen = 0;
  return nodes.flatMap((node) => {
    const start = Math.max(from - seen, 0);
    const end = Math.min(from + length - seen, node.data.length);
    seen += node.data.length;
    if (end <= start) return [];
    const inside = start === 0 ? node : node.splitText(start);
    if (end - start < inside.data.length) inside.splitText(end - start);
    return [inside];
  });
};
