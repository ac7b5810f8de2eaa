import * as fc from 'fast-check';
import { numberMethods, quoted, textMethods } from './expression-methods.ts';
import {
  BINDING,
  binary,
  EXPRESSION_DATA,
  methodCall,
  operand,
  primary,
  type Parameters,
  type Tree,
} from './expression-tree.ts';

type Made<T> = fc.Arbitrary<Tree<T>>;
type Simple = string | number | boolean | null | undefined;

const data = EXPRESSION_DATA;
const known = new Map<string, fc.Arbitrary<Tree<unknown>>>();

/** The same kind of expression of the same depth is one arbitrary, or their number would explode. */
function remembered<T>(key: string, make: () => Made<T>): Made<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made as Made<T>;
}

const leaf = <T>(...trees: readonly Tree<T>[]): Made<T> => fc.constantFrom(...trees);

/** `item` is the number that the arrow function around the expression gets, when there is one. */
type Item = 'item' | 'row' | undefined;

export function numbers(depth: number, item: Item): Made<number> {
  return remembered(`number ${depth} ${item}`, () => {
    const leaves = [
      leaf<number>(
        primary('n', () => data.n),
        primary('zero', () => data.zero),
        primary('big', () => data.big),
        primary('neg', () => data.neg),
        primary('o.a.b', () => data.o.a.b),
        primary("o['a'].b", () => data.o.a.b),
        primary('nums.length', () => data.nums.length),
        primary('s.length', () => data.s.length),
        primary('nums[1]', () => data.nums[1] ?? Number.NaN),
        primary('Infinity', () => Number.POSITIVE_INFINITY),
      ),
      fc
        .oneof(fc.nat(1_000), fc.double({ min: 0, max: 1e9, noNaN: true }))
        .map((value) => primary(String(value), () => value)),
      ...(item === 'item' ? [leaf(primary('item', (parameters) => Number(parameters['item'])))] : []),
      ...(item === 'row' ? [leaf(primary('row.n', (parameters) => (parameters['row'] as { n: number }).n))] : []),
    ];
    if (depth === 0) return fc.oneof(...leaves);
    const inner = numbers(depth - 1, item);
    const pair = fc.tuple(inner, inner);
    const simple = simples(depth - 1, item);
    const text = texts(depth - 1, item);
    return fc.oneof(
      ...leaves,
      pair.map(binary('+', BINDING.sum, (a: number, b: number) => a + b)),
      pair.map(binary('-', BINDING.sum, (a: number, b: number) => a - b)),
      pair.map(binary('*', BINDING.product, (a: number, b: number) => a * b)),
      pair.map(binary('/', BINDING.product, (a: number, b: number) => a / b)),
      pair.map(binary('%', BINDING.product, (a: number, b: number) => a % b)),
      pair.map(binary('**', BINDING.power, (a: number, b: number) => a ** b)),
      // What is no number becomes one, as JavaScript does it.
      fc.tuple(simple, simple).map(binary('-', BINDING.sum, (a: Simple, b: Simple) => Number(a) - Number(b))),
      simple.map((tree) => ({
        source: `-${operand(tree, BINDING.primary)}`,
        binding: BINDING.unary,
        value: (parameters: Parameters) => -Number(tree.value(parameters)),
      })),
      simple.map((tree) => ({
        source: `+${operand(tree, BINDING.primary)}`,
        binding: BINDING.unary,
        value: (parameters: Parameters) => Number(tree.value(parameters)),
      })),
      fc
        .constantFrom('abs', 'ceil', 'floor', 'round', 'trunc')
        .chain((name) =>
          inner.map((tree) =>
            primary(`Math.${name}(${tree.source})`, (parameters) => Math[name](tree.value(parameters))),
          ),
        ),
      fc
        .constantFrom('min', 'max')
        .chain((name) =>
          pair.map(([a, b]) =>
            primary(`Math.${name}(${a.source}, ${b.source})`, (parameters) =>
              Math[name](a.value(parameters), b.value(parameters)),
            ),
          ),
        ),
      text.map((tree) => primary(`Number(${tree.source})`, (parameters) => Number(tree.value(parameters)))),
      fc
        .tuple(text, text)
        .map(([a, b]) =>
          primary(methodCall(a, 'indexOf', b.source), (parameters) => a.value(parameters).indexOf(b.value(parameters))),
        ),
      ...(item === undefined ? [reductions(depth - 1)] : []),
      conditional(depth, item, inner),
    );
  });
}

export function texts(depth: number, item: Item): Made<string> {
  return remembered(`text ${depth} ${item}`, () => {
    const leaves = [
      leaf<string>(
        primary('s', () => data.s),
        primary('e', () => data.e),
        primary('u', () => data.u),
        primary('o.имя', () => data.o.имя),
        primary('o.a.c', () => data.o.a.c),
        primary('texts[0]', () => data.texts[0] ?? ''),
        primary('s[0]', () => data.s.charAt(0)),
        primary('"12"', () => '12'),
        primary('«нет»', () => 'нет'),
        primary('“да”', () => 'да'),
      ),
      fc
        .string({ unit: fc.constantFrom('а', 'Я', 'b', ' ', '0', '-', '"', '\\', '😀', 'ß') })
        .map((text) => primary(quoted(text), () => text)),
      ...(item === 'row' ? [leaf(primary('row.s', (parameters) => (parameters['row'] as { s: string }).s))] : []),
    ];
    if (depth === 0) return fc.oneof(...leaves);
    const inner = texts(depth - 1, item);
    const simple = simples(depth - 1, item);
    const number = numbers(depth - 1, item);
    return fc.oneof(
      ...leaves,
      fc.tuple(inner, simple).map(binary('+', BINDING.sum, (a: string, b: Simple) => a + String(b))),
      fc.tuple(simple, inner).map(binary('+', BINDING.sum, (a: Simple, b: string) => String(a) + b)),
      fc
        .tuple(simple, simple)
        .map(([a, b]) =>
          primary(
            `\`<\${${a.source}}, \${${b.source}}>\``,
            (parameters) => `<${String(a.value(parameters))}, ${String(b.value(parameters))}>`,
          ),
        ),
      simple.map((tree) => primary(`String(${tree.source})`, (parameters) => String(tree.value(parameters)))),
      ...textMethods(inner),
      ...numberMethods(number),
      ...(item === undefined
        ? [
            lists(depth - 1).map((tree) =>
              primary(methodCall(tree, 'join', quoted('; ')), (parameters) => tree.value(parameters).join('; ')),
            ),
          ]
        : []),
      conditional(depth, item, inner),
    );
  });
}

export function flags(depth: number, item: Item): Made<boolean> {
  return remembered(`flag ${depth} ${item}`, () => {
    const leaves = leaf(
      primary('t', () => true),
      primary('f', () => false),
      primary('true', () => true),
      primary('false', () => false),
    );
    if (depth === 0) return leaves;
    const pair = fc.tuple(numbers(depth - 1, item), numbers(depth - 1, item));
    const ofTexts = fc.tuple(texts(depth - 1, item), texts(depth - 1, item));
    const ofSimples = fc.tuple(simples(depth - 1, item), simples(depth - 1, item));
    return fc.oneof(
      leaves,
      pair.map(binary('<', BINDING.comparison, (a: number, b: number) => a < b)),
      pair.map(binary('>=', BINDING.comparison, (a: number, b: number) => a >= b)),
      ofTexts.map(binary('<=', BINDING.comparison, (a: string, b: string) => a <= b)),
      ofTexts.map(binary('>', BINDING.comparison, (a: string, b: string) => a > b)),
      ofSimples.map(binary('===', BINDING.equality, (a: Simple, b: Simple) => a === b)),
      ofSimples.map(binary('!==', BINDING.equality, (a: Simple, b: Simple) => a !== b)),
      // oxlint-disable-next-line eqeqeq -- the loose comparison of JavaScript is what is being compared here
      ofSimples.map(binary('==', BINDING.equality, (a: Simple, b: Simple) => a == b)),
      // oxlint-disable-next-line eqeqeq -- the loose comparison of JavaScript is what is being compared here
      ofSimples.map(binary('!=', BINDING.equality, (a: Simple, b: Simple) => a != b)),
      simples(depth - 1, item).map((tree) => ({
        source: `!${operand(tree, BINDING.primary)}`,
        binding: BINDING.unary,
        value: (parameters: Parameters) => !tree.value(parameters),
      })),
      ofTexts.map(([a, b]) =>
        primary(methodCall(a, 'startsWith', b.source), (parameters) =>
          a.value(parameters).startsWith(b.value(parameters)),
        ),
      ),
      ofTexts.map(([a, b]) =>
        primary(methodCall(a, 'includes', b.source), (parameters) => a.value(parameters).includes(b.value(parameters))),
      ),
      simples(depth - 1, item).map((tree) =>
        primary(`Boolean(${tree.source})`, (parameters) => Boolean(tree.value(parameters))),
      ),
      ...(item === undefined
        ? [
            flags(depth - 1, 'item').map((tree) =>
              primary(`nums.some(item => ${tree.source})`, () =>
                data.nums.some((value) => tree.value({ item: value })),
              ),
            ),
            flags(depth - 1, 'row').map((tree) =>
              primary(`rows.every(row => ${tree.source})`, () => data.rows.every((row) => tree.value({ row }))),
            ),
          ]
        : []),
    );
  });
}

/** Anything that an operator accepts, nothing included. */
export function simples(depth: number, item: Item): Made<Simple> {
  return remembered(`simple ${depth} ${item}`, () => {
    const leaves = leaf<Simple>(
      primary('nil', () => null),
      primary('null', () => null),
      primary('undefined', () => undefined),
      primary('o.absent', () => undefined),
      primary('nil?.a.b', () => undefined),
      primary('o.absent?.b', () => undefined),
      primary('o?.a?.b', () => data.o.a.b),
      primary('nums[9]', () => undefined),
    );
    const some: Made<Simple> = fc.oneof(leaves, numbers(depth, item), texts(depth, item), flags(depth, item));
    if (depth === 0) return some;
    const inner = simples(depth - 1, item);
    const pair = fc.tuple(inner, inner);
    return fc.oneof(
      some,
      pair.map(binary('||', BINDING.or, (a: Simple, b: Simple) => a || b)),
      pair.map(binary('&&', BINDING.and, (a: Simple, b: Simple) => a && b)),
      // `??` may not stand beside `||` without parentheses, so both sides get them.
      pair.map(([a, b]) =>
        primary(`((${a.source}) ?? (${b.source}))`, (parameters) => a.value(parameters) ?? b.value(parameters)),
      ),
      conditional(depth, item, inner),
    );
  });
}

function conditional<T>(depth: number, item: Item, branch: Made<T>): Made<T> {
  return fc.tuple(flags(depth - 1, item), branch, branch).map(([test, yes, no]) => ({
    source: `${operand(test, BINDING.or)} ? ${yes.source} : ${no.source}`,
    binding: BINDING.conditional,
    value: (parameters: Parameters) => (test.value(parameters) ? yes.value(parameters) : no.value(parameters)),
  }));
}

export function lists(depth: number): Made<readonly (string | number)[]> {
  return remembered(`list ${depth}`, () => {
    const leaves = leaf<readonly (string | number)[]>(
      primary('nums', () => data.nums),
      primary('texts', () => data.texts),
      primary('[]', () => []),
      primary('rows.map(row => row.s)', () => data.rows.map(({ s }) => s)),
      primary('s.split(" ")', () => data.s.split(' ')),
      primary('[5, "б", 10].sort()', () => [10, 5, 'б']),
    );
    if (depth === 0) return leaves;
    const inner = lists(depth - 1);
    return fc.oneof(
      leaves,
      numbers(depth - 1, 'item').map((tree) =>
        primary(`nums.map(item => ${tree.source})`, () => data.nums.map((value) => tree.value({ item: value }))),
      ),
      texts(depth - 1, 'row').map((tree) =>
        primary(`rows.map(row => ${tree.source})`, () => data.rows.map((row) => tree.value({ row }))),
      ),
      flags(depth - 1, 'item').map((tree) =>
        primary(`nums.filter(item => ${tree.source})`, () => data.nums.filter((value) => tree.value({ item: value }))),
      ),
      numbers(depth - 1, 'row').map((tree) =>
        primary(`rows.toSorted((a, b) => a.n - b.n).map(row => ${tree.source})`, () =>
          data.rows.toSorted((a, b) => a.n - b.n).map((row) => tree.value({ row })),
        ),
      ),
      inner.map((tree) => primary(methodCall(tree, 'reverse'), (parameters) => tree.value(parameters).toReversed())),
      fc
        .tuple(inner, inner)
        .map(([a, b]) =>
          primary(methodCall(a, 'concat', b.source), (parameters) => a.value(parameters).concat(b.value(parameters))),
        ),
      fc
        .tuple(inner, fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 6 }))
        .map(([tree, from, to]) =>
          primary(methodCall(tree, 'slice', String(from), String(to)), (parameters) =>
            tree.value(parameters).slice(from, to),
          ),
        ),
      fc
        .tuple(numbers(depth - 1, undefined), texts(depth - 1, undefined))
        .map(([a, b]) =>
          primary(`[${a.source}, ${b.source}]`, (parameters) => [a.value(parameters), b.value(parameters)]),
        ),
    );
  });
}

function reductions(depth: number): Made<number> {
  return numbers(depth, 'item').map((tree) =>
    primary(`nums.reduce((total, item) => total + (${tree.source}), 0)`, () =>
      data.nums.reduce((total, value) => total + tree.value({ item: value }), 0),
    ),
  );
}
