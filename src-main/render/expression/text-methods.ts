import { EXPRESSION_LIMITS } from './limits.ts';
import { fail } from './problem.ts';
import { charge, limitArrayLength, limitText, requireSimple, type Run } from './run.ts';

const LONGEST = EXPRESSION_LIMITS.textLength;

/** The call of a method: its arguments are values, never code. */
export interface MethodCall {
  readonly args: readonly unknown[];
  readonly run: Run;
  readonly position: number;
}

export type TextMethod = (text: string, call: MethodCall) => unknown;
export type NumberMethod = (value: number, call: MethodCall) => unknown;

/** The number given as an argument, or undefined when there is none. */
export function numberArgument(call: MethodCall, index: number): number | undefined {
  const value = requireSimple(call.args[index], call.position);
  return value === undefined ? undefined : Number(value);
}

function textArgument(call: MethodCall, index: number): string {
  return String(requireSimple(call.args[index], call.position));
}

function repeated(text: string, call: MethodCall): string {
  const count = numberArgument(call, 0) ?? 0;
  if (!(count >= 0)) return fail('template.expression.badArgument', call.position, { what: 'repeat' });
  if (text.length * count > LONGEST) return fail('template.expression.limit', call.position, { limit: 'text' });
  return text.repeat(count);
}

function padLength(call: MethodCall): number {
  const length = numberArgument(call, 0) ?? 0;
  return length > LONGEST ? fail('template.expression.limit', call.position, { limit: 'text' }) : length;
}

function padFiller(call: MethodCall): string {
  return call.args[1] === undefined ? ' ' : textArgument(call, 1);
}

function splitText(text: string, call: MethodCall): string[] {
  if (call.args[0] === undefined) return [text];
  const parts = text.split(textArgument(call, 0), numberArgument(call, 1));
  charge(call.run, parts.length, call.position);
  limitArrayLength(parts.length, call.position);
  return parts;
}

/** The replacement is taken literally: `$&` and its kin mean nothing here, unlike in JavaScript. */
function replacedOnce(text: string, call: MethodCall): string {
  const replacement = textArgument(call, 1);
  return limitText(
    text.replace(textArgument(call, 0), () => replacement),
    call.position,
  );
}

function replacedEverywhere(text: string, call: MethodCall): string {
  const replacement = textArgument(call, 1);
  const pattern = textArgument(call, 0);
  const count = pattern === '' ? text.length + 1 : text.split(pattern).length - 1;
  if (text.length + count * replacement.length > LONGEST + count * pattern.length) {
    return fail('template.expression.limit', call.position, { limit: 'text' });
  }
  return text.replaceAll(pattern, () => replacement);
}

/** Methods of texts that templates may call; each answers as its JavaScript namesake. */
export const TEXT_METHODS: ReadonlyMap<string, TextMethod> = new Map<string, TextMethod>([
  ['at', (text, call) => text.at(numberArgument(call, 0) ?? 0)],
  ['charAt', (text, call) => text.charAt(numberArgument(call, 0) ?? 0)],
  [
    'concat',
    (text, call) => limitText(text + call.args.map((_, index) => textArgument(call, index)).join(''), call.position),
  ],
  ['endsWith', (text, call) => text.endsWith(textArgument(call, 0), numberArgument(call, 1))],
  ['includes', (text, call) => text.includes(textArgument(call, 0), numberArgument(call, 1))],
  ['indexOf', (text, call) => text.indexOf(textArgument(call, 0), numberArgument(call, 1))],
  ['lastIndexOf', (text, call) => text.lastIndexOf(textArgument(call, 0), numberArgument(call, 1))],
  ['padEnd', (text, call) => text.padEnd(padLength(call), padFiller(call))],
  ['padStart', (text, call) => text.padStart(padLength(call), padFiller(call))],
  ['repeat', repeated],
  ['replace', replacedOnce],
  ['replaceAll', replacedEverywhere],
  ['slice', (text, call) => text.slice(numberArgument(call, 0), numberArgument(call, 1))],
  ['split', splitText],
  ['startsWith', (text, call) => text.startsWith(textArgument(call, 0), numberArgument(call, 1))],
  ['substring', (text, call) => text.substring(numberArgument(call, 0) ?? 0, numberArgument(call, 1))],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toString', (text) => text],
  ['toUpperCase', (text, call) => limitText(text.toUpperCase(), call.position)],
  ['trim', (text) => text.trim()],
  ['trimEnd', (text) => text.trimEnd()],
  ['trimStart', (text) => text.trimStart()],
]);

function digits(call: MethodCall, least: number, most: number): number | undefined {
  const count = numberArgument(call, 0);
  if (count === undefined || (count >= least && count <= most)) return count;
  return fail('template.expression.badArgument', call.position, { what: String(count) });
}

/** Methods of numbers. `toLocaleString` is left out: its answer depends on the machine, and a reprint must equal the print. */
export const NUMBER_METHODS: ReadonlyMap<string, NumberMethod> = new Map<string, NumberMethod>([
  ['toFixed', (value, call) => value.toFixed(digits(call, 0, 100))],
  ['toPrecision', (value, call) => value.toPrecision(digits(call, 1, 100))],
  ['toString', (value, call) => value.toString(digits(call, 2, 36))],
]);
