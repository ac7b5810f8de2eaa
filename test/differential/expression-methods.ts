import * as fc from 'fast-check';
import { BINDING, methodCall, primary, type Tree } from './expression-tree.ts';

type Made<T> = fc.Arbitrary<Tree<T>>;

/** A text as it stands in an expression. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Every method of a text that answers with a text. */
export function textMethods(inner: Made<string>): Made<string>[] {
  const places = fc.integer({ min: -3, max: 6 });
  const called = (name: 'trim' | 'trimStart' | 'trimEnd' | 'toUpperCase' | 'toLowerCase') =>
    inner.map((tree) => primary(methodCall(tree, name), (parameters) => tree.value(parameters)[name]()));
  return [
    called('trim'),
    called('trimStart'),
    called('trimEnd'),
    called('toUpperCase'),
    called('toLowerCase'),
    fc
      .constantFrom('slice', 'substring')
      .chain((name) =>
        fc
          .tuple(inner, places, places)
          .map(([tree, from, to]) =>
            primary(methodCall(tree, name, String(from), String(to)), (parameters) =>
              tree.value(parameters)[name](from, to),
            ),
          ),
      ),
    fc
      .constantFrom('padStart', 'padEnd')
      .chain((name) =>
        fc
          .tuple(inner, fc.nat(12), fc.constantFrom('0', ' ', 'аб', ''))
          .map(([tree, width, filler]) =>
            primary(methodCall(tree, name, String(width), quoted(filler)), (parameters) =>
              tree.value(parameters)[name](width, filler),
            ),
          ),
      ),
    fc
      .tuple(inner, fc.nat(4))
      .map(([tree, times]) =>
        primary(methodCall(tree, 'repeat', String(times)), (parameters) => tree.value(parameters).repeat(times)),
      ),
    fc
      .constantFrom('replace', 'replaceAll')
      .chain((name) =>
        fc
          .tuple(inner, fc.constantFrom('а', '0', '', 'нет'), fc.constantFrom('+', '', '$1'))
          .map(([tree, from, to]) =>
            primary(methodCall(tree, name, quoted(from), quoted(to)), (parameters) =>
              tree.value(parameters)[name](from, () => to),
            ),
          ),
      ),
  ];
}

/** Every method of a number; all answer with a text. */
export function numberMethods(number: Made<number>): Made<string>[] {
  return [
    fc
      .tuple(number, fc.nat(6))
      .map(([tree, digits]) =>
        primary(methodCall(asObject(tree), 'toFixed', String(digits)), (parameters) =>
          tree.value(parameters).toFixed(digits),
        ),
      ),
    fc
      .tuple(number, fc.constantFrom(2, 10, 16))
      .map(([tree, radix]) =>
        primary(methodCall(asObject(tree), 'toString', String(radix)), (parameters) =>
          tree.value(parameters).toString(radix),
        ),
      ),
  ];
}

/** `7.toFixed` is no JavaScript: a number before a dot stands in parentheses. */
const asObject = (tree: Tree<number>): Tree<number> => ({
  ...tree,
  source: `(${tree.source})`,
  binding: BINDING.primary,
});
