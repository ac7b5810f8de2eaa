import { withoutControls } from '#shared/domain/exchange-1c/clean-text.ts';
import type { EdChildren, EdElement } from '#shared/domain/exchange-1c/element.ts';

const SPECIAL = /[&<>"\u0000-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]/u;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text of an element. Control characters go out: XML 1.0 cannot carry them at all. */
const escapeText = (text: string): string =>
  SPECIAL.test(text) ? withoutControls(text).replaceAll(/[&<>"\r\n\t]/gu, (char) => ESCAPES[char] ?? char) : text;

export type ElementPrinter = (element: EdElement) => string;

/** Prints elements without blanks between them. What is marked as shared is printed once and kept. */
export const createElementPrinter = (): ElementPrinter => {
  const printed = new WeakMap<EdChildren, string>();
  const printChildren = (children: EdChildren): string => {
    let text = '';
    for (const child of children) if (child !== null) text += print(child);
    return text;
  };
  const printShared = (children: EdChildren): string => {
    const found = printed.get(children);
    if (found !== undefined) return found;
    const text = printChildren(children);
    printed.set(children, text);
    return text;
  };
  const print: ElementPrinter = ([name, content]) => {
    if (typeof content === 'string') return `<${name}>${escapeText(content)}</${name}>`;
    const inner = 'shared' in content ? printShared(content.shared) : printChildren(content);
    return `<${name}>${inner}</${name}>`;
  };
  return print;
};
