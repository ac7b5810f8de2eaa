import { SaxesParser } from 'saxes';

/** An element of any XML with its namespace; text of leaves is joined. */
export type Tree = {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Tree[];
  text: string;
};

/** The whole of a small XML as a tree; strict: what a parser of the other side would refuse is thrown here. */
export const readTree = (xml: string): Tree => {
  const parser = new SaxesParser({ xmlns: true });
  const root: Tree = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open: Tree[] = [root];
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element: Tree = { name: local, uri, attributes: own, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('no root element');
  return first;
};

export const childOf = (tree: Tree | undefined, ...path: readonly string[]): Tree | undefined =>
  path.reduce<Tree | undefined>((at, name) => at?.children.find((child) => child.name === name), tree);

export const textOf = (tree: Tree | undefined, ...path: readonly string[]): string =>
  childOf(tree, ...path)?.text ?? '';
