import { fail } from './problem.ts';
import { requireSimple } from './run.ts';

/** A function that templates may call. It must be pure, quick, and must not reach outside its arguments. */
export type TemplateFunction = (...args: readonly unknown[]) => unknown;

/** Being in this set is the only thing that makes a value callable; nothing in data can get in. */
const allowedFunctions = new WeakSet<object>();

/** Marks a function as callable from templates, and returns it. */
export function allowFunction(callable: TemplateFunction): TemplateFunction {
  allowedFunctions.add(callable);
  return callable;
}

export function requireAllowedFunction(value: unknown, name: string, position: number): TemplateFunction {
  return isAllowedFunction(value) ? value : fail('template.expression.notCallable', position, { name });
}

function isAllowedFunction(value: unknown): value is TemplateFunction {
  return typeof value === 'function' && allowedFunctions.has(value);
}

const toNumber = (value: unknown): number => Number(requireSimple(value, 0));
const onNumber = (compute: (value: number) => number): TemplateFunction =>
  allowFunction((value) => compute(toNumber(value)));
const onNumbers = (compute: (...values: number[]) => number): TemplateFunction =>
  allowFunction((...values) => compute(...values.map(toNumber)));

/** The functions that every template has, under their JavaScript names. */
export const STANDARD_FUNCTIONS: Readonly<Record<string, unknown>> = Object.freeze({
  __proto__: null,
  Math: Object.freeze({
    __proto__: null,
    abs: onNumber(Math.abs),
    ceil: onNumber(Math.ceil),
    floor: onNumber(Math.floor),
    round: onNumber(Math.round),
    trunc: onNumber(Math.trunc),
    min: onNumbers(Math.min),
    max: onNumbers(Math.max),
  }),
  // Called with nothing at all they answer 0 and '', with «undefined» NaN and 'undefined', as in JavaScript.
  Number: allowFunction((...values) => (values.length === 0 ? 0 : toNumber(values[0]))),
  String: allowFunction((...values) => (values.length === 0 ? '' : String(requireSimple(values[0], 0)))),
  Boolean: allowFunction(Boolean),
});
