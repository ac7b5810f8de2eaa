import { fail } from './problem.ts';
import { limitText, requireSimple } from './run.ts';

type BinaryOperator = (left: unknown, right: unknown, position: number) => unknown;

const numeric =
  (compute: (left: number, right: number) => number): BinaryOperator =>
  (left, right, position) =>
    compute(Number(requireSimple(left, position)), Number(requireSimple(right, position)));

/** As in JavaScript: two texts compare as texts, everything else as numbers. */
const ordered =
  (
    ofTexts: (left: string, right: string) => boolean,
    ofNumbers: (left: number, right: number) => boolean,
  ): BinaryOperator =>
  (left, right, position) => {
    const a = requireSimple(left, position);
    const b = requireSimple(right, position);
    return typeof a === 'string' && typeof b === 'string' ? ofTexts(a, b) : ofNumbers(Number(a), Number(b));
  };

function add(left: unknown, right: unknown, position: number): string | number {
  const a = requireSimple(left, position);
  const b = requireSimple(right, position);
  if (typeof a === 'string' || typeof b === 'string') return limitText(String(a) + String(b), position);
  return Number(a) + Number(b);
}

/** `==` of JavaScript, except that an object is never turned into a text to be compared with one. */
function looselyEqual(left: unknown, right: unknown, position: number): boolean {
  if (left === null || left === undefined) return right === null || right === undefined;
  if (right === null || right === undefined) return false;
  if (typeof left === 'object' && typeof right === 'object') return left === right;
  const a = requireSimple(left, position);
  const b = requireSimple(right, position);
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
}

const BINARY: ReadonlyMap<string, BinaryOperator> = new Map<string, BinaryOperator>([
  ['+', add],
  ['-', numeric((a, b) => a - b)],
  ['*', numeric((a, b) => a * b)],
  ['/', numeric((a, b) => a / b)],
  ['%', numeric((a, b) => a % b)],
  ['**', numeric((a, b) => a ** b)],
  [
    '<',
    ordered(
      (a, b) => a < b,
      (a, b) => a < b,
    ),
  ],
  [
    '<=',
    ordered(
      (a, b) => a <= b,
      (a, b) => a <= b,
    ),
  ],
  [
    '>',
    ordered(
      (a, b) => a > b,
      (a, b) => a > b,
    ),
  ],
  [
    '>=',
    ordered(
      (a, b) => a >= b,
      (a, b) => a >= b,
    ),
  ],
  ['===', (a, b) => a === b],
  ['!==', (a, b) => a !== b],
  ['==', looselyEqual],
  ['!=', (a, b, position) => !looselyEqual(a, b, position)],
]);

export function binaryOperator(operator: string, position: number): BinaryOperator {
  return BINARY.get(operator) ?? fail('template.expression.notAllowed', position, { what: operator });
}

type UnaryOperator = (value: unknown, position: number) => unknown;

const UNARY: ReadonlyMap<string, UnaryOperator> = new Map<string, UnaryOperator>([
  ['!', (value) => !value],
  ['-', (value, position) => -Number(requireSimple(value, position))],
  ['+', (value, position) => Number(requireSimple(value, position))],
]);

export function unaryOperator(operator: string, position: number): UnaryOperator {
  return UNARY.get(operator) ?? fail('template.expression.notAllowed', position, { what: operator });
}
