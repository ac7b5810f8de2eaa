import type { DocumentView } from './document-source.ts';
import type { Json } from './document.ts';

/** Signs of the private use area around a value: start, end of its number, end of its text. */
const START = '\uE000';
const MIDDLE = '\uE001';
const END = '\uE002';

type MarkedView = {
  readonly data: { readonly [key: string]: Json };
  /** Paths by the number in the marker; their origins are in the view. */
  readonly paths: readonly string[];
};

const isList = (node: Json): node is readonly Json[] => Array.isArray(node);

/**
 * Data for the preview on the screen: each text whose origin is known is wrapped as `\uE000{index}\uE001{text}\uE002`, so
 * that the window finds it among the letters of the page and leads to its field. Never for a document that is filed.
 */
export const markOrigins = (view: DocumentView): MarkedView => {
  const paths: string[] = [];
  const wrap = (text: string, path: string): string => {
    if (text === '' || view.origins[path] === undefined) return text;
    paths.push(path);
    return `${START}${paths.length - 1}${MIDDLE}${text}${END}`;
  };
  const mark = (node: Json, path: string): Json => {
    if (typeof node === 'string') return wrap(node, path);
    if (typeof node !== 'object' || node === null) return node;
    return isList(node) ? node.map((item, index) => mark(item, `${path}[${index}]`)) : markFields(node, path);
  };
  const markFields = (node: { readonly [key: string]: Json }, path: string): { [key: string]: Json } =>
    Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mark(value, path ? `${path}.${key}` : key)]));
  return { data: markFields(view.data, ''), paths };
};
