import { SaxesParser } from 'saxes';
import { escapeAttribute, escapeText } from './xml-escapes.ts';

/** An element of a part. Attributes keep their order; `&#xA;` in a value is a real line break here. */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly parent: XmlElement | undefined;
}

export interface XmlText {
  readonly kind: 'text';
  text: string;
  readonly parent: XmlElement;
}

export type XmlNode = XmlElement | XmlText;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Reads a part that has passed the guard. Comments and processing instructions are left out, as docx-templates leaves them out. */
export function parseXml(xml: string): XmlElement | undefined {
  const parser = new SaxesParser();
  let root: XmlElement | undefined;
  let current: XmlElement | undefined;
  const addText = (text: string): void => {
    current?.children.push({ kind: 'text', text, parent: current });
  };
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { kind: 'element', name, attributes: { ...attributes }, children: [], parent: current };
    if (current) current.children.push(element);
    else root = element;
    current = element;
  });
  parser.on('closetag', () => {
    current = current?.parent;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  return root;
}

export const isElement = (node: XmlNode | undefined, name: string): node is XmlElement =>
  node?.kind === 'element' && node.name === name;

/** `<name a="1"` without its end, so that the caller may close it either way. */
export function startOfTag(name: string, attributes: Readonly<Record<string, string>>): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) tag += ` ${key}="${escapeAttribute(value)}"`;
  return tag;
}

/** The XML of a whole subtree. */
export function serialise(node: XmlNode): string {
  if (node.kind === 'text') return escapeText(node.text);
  const start = startOfTag(node.name, node.attributes);
  if (node.children.length === 0) return `${start}/>`;
  return `${start}>${node.children.map(serialise).join('')}</${node.name}>`;
}
