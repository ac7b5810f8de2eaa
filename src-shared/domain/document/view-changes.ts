import type { DocumentView } from './document-source.ts';
import type { Json } from './document.ts';

/** One printed value that would be printed otherwise; an empty text means that it did not stand there. */
export type ViewChange = {
  readonly path: string;
  /** Field of the model behind it, when one is known. */
  readonly field: string | null;
  readonly before: string;
  readonly after: string;
};

type Node = Json | undefined;

const isGroup = (value: Node): value is Exclude<Node, string | number | boolean | null | undefined> =>
  typeof value === 'object' && value !== null;

const textOf = (value: Node): string => (value === null || value === undefined || isGroup(value) ? '' : String(value));

const childrenOf = (value: Node): ReadonlyMap<string, Json> => {
  if (!isGroup(value)) return new Map();
  return new Map(Array.isArray(value) ? value.map((item: Json, index) => [`[${index}]`, item]) : Object.entries(value));
};

const pathOf = (parent: string, key: string): string =>
  parent === '' || key.startsWith('[') ? `${parent}${key}` : `${parent}.${key}`;

/** What would be printed otherwise, value by value, in the order of the printed data; lines are compared by their place. */
export const viewChanges = (before: DocumentView, after: DocumentView): readonly ViewChange[] => {
  const walk = (path: string, was: Node, is: Node): readonly ViewChange[] => {
    if (isGroup(was) || isGroup(is)) {
      const wasByKey = childrenOf(was);
      const isByKey = childrenOf(is);
      return [...new Set([...wasByKey.keys(), ...isByKey.keys()])].flatMap((key) =>
        walk(pathOf(path, key), wasByKey.get(key), isByKey.get(key)),
      );
    }
    const field = after.origins[path]?.field ?? before.origins[path]?.field ?? null;
    return textOf(was) === textOf(is) ? [] : [{ path, field, before: textOf(was), after: textOf(is) }];
  };
  return walk('', before.data, after.data);
};
