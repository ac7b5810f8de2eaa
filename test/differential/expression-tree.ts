/** The data that generated expressions read. */
export const EXPRESSION_DATA = {
  n: 7,
  zero: 0,
  big: 1_234_567.891,
  neg: -2.5,
  s: 'Счет № 5',
  e: '',
  u: '10',
  t: true,
  f: false,
  nil: null,
  o: { a: { b: 5, c: 'x' }, имя: 'Яна' },
  nums: [3, 1, 2, 10],
  texts: ['б', 'а', 'в', ''],
  rows: [
    { n: 1, s: 'а' },
    { n: 5, s: 'б' },
    { n: 3, s: '' },
  ],
};

/** Parameters of the arrow functions around an expression. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * A piece of an expression together with what it must answer: the answer is computed by ordinary JavaScript in this very file's callers while
 * the text is put together, so no text is ever run as code.
 */
export interface Tree<T> {
  readonly source: string;
  /** How tightly it binds, as in JavaScript; decides where parentheses are needed. */
  readonly binding: number;
  readonly value: (parameters: Parameters) => T;
}

export const BINDING = {
  primary: 20,
  unary: 15,
  power: 14,
  product: 13,
  sum: 12,
  comparison: 10,
  equality: 9,
  and: 5,
  or: 4,
  conditional: 2,
} as const;

export const primary = <T>(source: string, value: Tree<T>['value']): Tree<T> => ({
  source,
  binding: BINDING.primary,
  value,
});

/** The text of an operand, in parentheses when it binds less tightly than needed. */
export const operand = (tree: Tree<unknown>, binding: number): string =>
  tree.binding < binding ? `(${tree.source})` : tree.source;

/** Both operands in parentheses unless they bind more tightly: right for every operator, whichever way it groups. */
export function binary<A, B, T>(
  operator: string,
  binding: number,
  compute: (left: A, right: B) => T,
): (operands: readonly [Tree<A>, Tree<B>]) => Tree<T> {
  return ([left, right]) => ({
    source: `${operand(left, operator === '**' ? BINDING.primary : binding)} ${operator} ${operand(right, binding + 1)}`,
    binding,
    value: (parameters) => compute(left.value(parameters), right.value(parameters)),
  });
}

/** `object.method(…)`; the arguments come as texts. */
export const methodCall = (object: Tree<unknown>, name: string, ...args: readonly string[]): string =>
  `${operand(object, BINDING.primary)}.${name}(${args.join(', ')})`;
