import { fail } from './problem.ts';

/** Names that lead from data to code in JavaScript. They are refused everywhere, even where they would be harmless. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'arguments',
  'eval',
]);

export function isForbiddenName(name: string): boolean {
  return FORBIDDEN_NAMES.has(name) || (name.startsWith('__') && name.endsWith('__') && name.length > 4);
}

export function requireAllowedName(name: string, position: number): string {
  return isForbiddenName(name) ? fail('template.expression.forbiddenName', position, { name }) : name;
}

/** `object.name` with a name known when the template is compiled (and checked there). */
export function readField(object: unknown, name: string, position: number): unknown {
  if (Array.isArray(object)) return name === 'length' ? object.length : undefined;
  if (isRecord(object)) return Object.hasOwn(object, name) ? object[name] : undefined;
  if (typeof object === 'string') return name === 'length' ? object.length : undefined;
  if (object === null || object === undefined) return fail('template.expression.nullPath', position, { name });
  return undefined;
}

/** `object[key]`: own fields, list items and characters; never a function. */
export function readKey(object: unknown, key: unknown, position: number): unknown {
  if (typeof key !== 'string' && typeof key !== 'number') {
    return fail('template.expression.badArgument', position, { what: '[ ]' });
  }
  const name = requireAllowedName(String(key), position);
  if ((Array.isArray(object) || typeof object === 'string') && name !== 'length') {
    const index = Number(name);
    return Number.isInteger(index) && index >= 0 ? object[index] : undefined;
  }
  const value = readField(object, name, position);
  return typeof value === 'function'
    ? fail('template.expression.notAllowed', position, { what: 'computedFunction' })
    : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
