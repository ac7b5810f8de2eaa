import type { OriginSource } from '../order/order.ts';
import type { DocumentView } from './document-source.ts';
import type { Json, Origin } from './document.ts';

/** A printed value together with where it came from. */
export type Traced = { readonly traced: string; readonly origin: Origin };

/** A view model under construction: plain JSON whose leaves may carry their origin. */
export type TracedTree = Json | Traced | readonly TracedTree[] | { readonly [key: string]: TracedTree };

const trace =
  (source: OriginSource) =>
  (field: string, text: string): Traced => ({ traced: text, origin: { source, field } });

/** Leaves by source: `from.crm('order.number', order.number)`. */
export const from = {
  crm: trace('crm'),
  directory: trace('directory'),
  computed: trace('computed'),
  manual: trace('manual'),
} satisfies Record<OriginSource, unknown>;

const isTraced = (tree: TracedTree): tree is Traced =>
  typeof tree === 'object' && tree !== null && 'traced' in tree && 'origin' in tree;

const isList = (tree: TracedTree): tree is readonly TracedTree[] => Array.isArray(tree);

/** Splits a tree into what the template sees and the origins by path (`lines[0].name`). */
export const splitTraced = (tree: { readonly [key: string]: TracedTree }): DocumentView => {
  const origins: Record<string, Origin> = {};
  const strip = (node: TracedTree, path: string): Json => {
    if (typeof node !== 'object' || node === null) return node;
    if (isTraced(node)) {
      origins[path] = node.origin;
      return node.traced;
    }
    if (isList(node)) return node.map((item, index) => strip(item, `${path}[${index}]`));
    return stripFields(node, path);
  };
  const stripFields = (node: { readonly [key: string]: TracedTree }, path: string): { [key: string]: Json } =>
    Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strip(value, path ? `${path}.${key}` : key)]));
  return { data: stripFields(tree, ''), origins };
};
