import { EXPRESSION_LIMITS } from './limits.ts';
import { fail } from './problem.ts';

/** Where names are looked up: the first layer that owns the name wins. Only own properties are ever read. */
export type Scope = readonly Readonly<Record<string, unknown>>[];

/** The state of one evaluation. `locals` holds the parameters of arrow functions by slot. */
export interface Run {
  readonly scope: Scope;
  readonly locals: unknown[];
  steps: number;
}

/** The value of a chain `a?.b.c` that stopped at `?.`; it never leaves the chain. */
export const STOPPED = Symbol('stopped');

/** A compiled node. */
export type Evaluator = (run: Run) => unknown;

/** A compiled arrow function or an allowed function, as the list methods call it. */
export type Callback = (first?: unknown, second?: unknown, third?: unknown, fourth?: unknown) => unknown;

/** Values that operators and texts accept. */
export type Simple = string | number | boolean | null | undefined;

export function charge(run: Run, steps: number, position: number): void {
  run.steps -= steps;
  if (run.steps < 0) fail('template.expression.limit', position, { limit: 'steps' });
}

function isSimple(value: unknown): value is Simple {
  return (
    value === null ||
    value === undefined ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}

/** Objects and lists never turn into text by themselves: `[object Object]` in a contract helps nobody. */
export function requireSimple(value: unknown, position: number): Simple {
  if (isSimple(value)) return value;
  return fail('template.expression.notSimple', position, { kind: Array.isArray(value) ? 'list' : 'object' });
}

export function limitText(text: string, position: number): string {
  if (text.length > EXPRESSION_LIMITS.textLength) fail('template.expression.limit', position, { limit: 'text' });
  return text;
}

export function limitArrayLength(length: number, position: number): void {
  if (length > EXPRESSION_LIMITS.arrayLength) fail('template.expression.limit', position, { limit: 'list' });
}
