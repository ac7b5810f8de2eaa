import { readFileSync } from 'node:fs';
import { readTree, type Tree } from './read-tree.ts';

/** A value with its facets: what the schemas of 1C say of a text. */
export type ValueType = {
  readonly kind: 'value';
  readonly base: string;
  readonly maxLength: number | null;
  readonly minLength: number | null;
  readonly totalDigits: number | null;
  readonly fractionDigits: number | null;
  readonly patterns: readonly RegExp[];
  readonly values: readonly string[];
};

export type Property = {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly type: string | XdtoType;
};

export type ObjectType = { readonly kind: 'object'; readonly base: string; readonly properties: readonly Property[] };
export type XdtoType = ValueType | ObjectType;
export type XdtoSchema = { readonly namespace: string; readonly typesByName: ReadonlyMap<string, XdtoType> };

const localName = (qualified = ''): string => qualified.split(':').at(-1) ?? '';

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const valueType = (tree: Tree): ValueType => ({
  kind: 'value',
  base: localName(tree.attributes['base']),
  maxLength: numberOf(tree.attributes['maxLength']),
  minLength: numberOf(tree.attributes['minLength']),
  totalDigits: numberOf(tree.attributes['totalDigits']),
  fractionDigits: numberOf(tree.attributes['fractionDigits']),
  patterns: tree.children.filter(({ name }) => name === 'pattern').map(({ text }) => new RegExp(`^(?:${text})$`, 'u')),
  values: tree.children.filter(({ name }) => name === 'enumeration').map(({ text }) => text),
});

const objectType = (tree: Tree): ObjectType => ({
  kind: 'object',
  base: localName(tree.attributes['base']),
  properties: tree.children.filter(({ name }) => name === 'property').map(propertyOf),
});

const propertyOf = (tree: Tree): Property => {
  const own = tree.children.find(({ name }) => name === 'typeDef');
  const most = Number(tree.attributes['upperBound'] ?? 1);
  return {
    name: tree.attributes['name'] ?? '',
    least: Number(tree.attributes['lowerBound'] ?? 1),
    most: most < 0 ? Infinity : most,
    type:
      own === undefined
        ? localName(tree.attributes['type'])
        : own.attributes['xsi:type'] === 'ObjectType'
          ? objectType(own)
          : valueType(own),
  };
};

/** Reads an XDTO package of formats/README.md §2. */
export const loadXdtoSchema = (file: string): XdtoSchema => {
  const root = readTree(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''));
  const types = root.children.filter(({ name }) => name === 'objectType' || name === 'valueType');
  return {
    namespace: root.attributes['targetNamespace'] ?? '',
    typesByName: new Map(
      types.map((tree) => [
        tree.attributes['name'] ?? '',
        tree.name === 'objectType' ? objectType(tree) : valueType(tree),
      ]),
    ),
  };
};
