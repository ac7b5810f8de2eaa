import type { OutputOf } from '#shared/contract/index.ts';
import type { HElement } from 'docx-preview';
import type { PageEdit } from './edit-place.ts';
import { markEdits } from './mark-edits.ts';
import { hasMarks, splitMarks } from './split-marks.ts';
import { PAGE_STYLES } from './page-styles.ts';

export type PrintedValue = OutputOf<'packs.preview'>['values'][number];

/** A value found on the page; `number` joins the parts it was broken into. */
export type PageMark = PrintedValue & { readonly number: number; readonly text: string };

export type DrawnPage = { readonly marks: readonly PageMark[]; readonly show: () => void };

const SOURCE_OF = { crm: 'crm', directory: 'directory', computed: 'computed', manual: 'hand' } as const;
const SIDE_PX = 30;

const OPTIONS = {
  inWrapper: false,
  ignoreFonts: true,
  useBase64URL: true,
  renderAltChunks: false,
  renderComments: false,
  renderChanges: false,
};

/**
 * Draws a docx into a document that runs no scripts, beside what it shows now; `show` puts it in place. The letters are
 * laid out by the browser, so the breaks of pages are near, not exact.
 */
export const drawPage = async (
  page: Document,
  docx: Uint8Array<ArrayBuffer>,
  values: readonly PrintedValue[],
  edits: readonly PageEdit[] = [],
): Promise<DrawnPage> => {
  const { renderAsync } = await import('docx-preview');
  const styles = page.createElement('div');
  const body = page.createElement('div');
  await renderAsync(new Blob([docx]), body, styles, { ...OPTIONS, h: elementsOf(page) });
  const own = page.createElement('style');
  own.textContent = PAGE_STYLES;
  const marks = markValues(page, body, values);
  markEdits(page, body, edits);
  return {
    marks,
    show: () => {
      page.body.replaceChildren(styles, own, body);
      trimMargins(body);
    },
  };
};

type Described = HElement | Node | string;

/**
 * Makes the elements of a page in the document of the page: made in the window's own, their inline styles would be
 * refused by its policy. Nodes of a frame belong to another realm, so they are known by a property, not by `instanceof`.
 */
const elementsOf = (page: Document) => {
  const make = (described: Described): Node => {
    if (typeof described === 'string') return page.createTextNode(described);
    if (isNode(described)) return described;
    const { ns, tagName, className, style, children = [], ...properties } = described;
    if (tagName === '#comment') return page.createComment('');
    const inside = page.createDocumentFragment();
    inside.append(...children.map(make));
    if (tagName === '#fragment') return inside;
    const result = page.createElementNS(ns ?? XHTML, tagName);
    if (className) result.setAttribute('class', className);
    if (typeof style === 'string') result.setAttribute('style', style);
    else if ('style' in result && isRecord(result.style)) Object.assign(result.style, style);
    Object.assign(result, Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)));
    result.append(inside);
    return result;
  };
  return make;
};

const XHTML = 'http://www.w3.org/1999/xhtml';

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isNode = (described: HElement | Node): described is Node => 'nodeType' in described;

/** Unwraps the marks of the core into elements with `data-mark` (its number) and `data-source`. */
const markValues = (page: Document, body: HTMLElement, values: readonly PrintedValue[]): readonly PageMark[] => {
  const nodes = textNodesOf(page, body);
  const textByMark = new Map<number, string>();
  splitMarks(nodes.map((node) => node.data)).forEach((pieces, index) => {
    const node = nodes[index];
    if (!node || (!hasMarks(node.data) && pieces.every(({ mark }) => mark === null))) return;
    node.replaceWith(
      ...pieces.map(({ text, mark }) => {
        const value = mark === null ? undefined : values[mark];
        if (mark === null || value === undefined) return text;
        textByMark.set(mark, (textByMark.get(mark) ?? '') + text);
        const element = page.createElement('span');
        element.dataset['mark'] = String(mark);
        element.dataset['source'] = SOURCE_OF[value.origin.source];
        element.textContent = text;
        return element;
      }),
    );
  });
  return [...textByMark].flatMap(([number, text]) => {
    const value = values[number];
    return value ? [{ ...value, number, text }] : [];
  });
};

const textNodesOf = (page: Document, root: Node): readonly Text[] => {
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) nodes.push(node as Text);
  }
  return nodes;
};

/** Margins for a binder are of no use on a screen: the letters get the room instead. */
const trimMargins = (body: HTMLElement): void => {
  for (const sheet of body.querySelectorAll<HTMLElement>('section.docx')) {
    const { paddingLeft, paddingRight, width } = getComputedStyle(sheet);
    const inside = parseFloat(width) - parseFloat(paddingLeft) - parseFloat(paddingRight);
    sheet.style.paddingLeft = `${SIDE_PX}px`;
    sheet.style.paddingRight = `${SIDE_PX}px`;
    sheet.style.width = `${inside + SIDE_PX * 2}px`;
    sheet.style.minHeight = '0';
  }
};

/** Natural width of the widest sheet, px. */
const widthOf = (page: Document): number =>
  Math.max(1, ...[...page.querySelectorAll<HTMLElement>('section.docx')].map((sheet) => sheet.offsetWidth));

const SMALLEST_ZOOM = 0.62;
const LARGEST_ZOOM = 1.36;

/** Fits the sheets to the width of the pane; gives back the size of the frame that shows all of them, px. */
export const fitPage = (page: Document, room: number): { readonly width: number; readonly height: number } => {
  const { style } = page.body;
  style.zoom = '1';
  style.width = 'max-content';
  const natural = widthOf(page);
  const zoom = Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, room / natural));
  style.zoom = String(zoom);
  return {
    width: Math.max(room, Math.ceil(natural * zoom)),
    height: Math.ceil(page.body.getBoundingClientRect().height),
  };
};

/** Shows which value is chosen and brings it into sight. */
export const choosePageMark = (page: Document, number: number | null): void => {
  for (const element of page.querySelectorAll<HTMLElement>('[data-chosen]')) delete element.dataset['chosen'];
  if (number === null) return;
  const parts = [...page.querySelectorAll<HTMLElement>(`[data-mark='${number}']`)];
  for (const element of parts) element.dataset['chosen'] = '';
  parts[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** The value under a point of the frame, or null. */
export const markAt = (page: Document, x: number, y: number): number | null => {
  const element = page.elementFromPoint(x, y)?.closest('[data-mark]');
  const number = element?.getAttribute('data-mark');
  return number === null || number === undefined ? null : Number(number);
};
