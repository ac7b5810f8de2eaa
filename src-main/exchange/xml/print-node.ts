import { withoutControls } from '#shared/domain/exchange-1c/clean-text.ts';
import type { XmlNode } from '#shared/domain/exchange-1c/xml-node.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => withoutControls(text).replaceAll(/[&<>"]/gu, (char) => ESCAPES[char] ?? char);

/** XML of a tree without blanks between elements; empty attributes are left out. */
export const printNode = ({ name, attributes, children, text }: XmlNode): string => {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('');
  const inner = children.map((child) => (child === null ? '' : printNode(child))).join('') + escape(text);
  return inner === '' ? `<${name}${own}/>` : `<${name}${own}>${inner}</${name}>`;
};
