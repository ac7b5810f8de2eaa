import type * as Acorn from 'acorn';
import type { CompileContext } from './context.ts';
import { requireAllowedName } from './member.ts';
import { fail } from './problem.ts';
import { limitText, requireSimple, type Evaluator } from './run.ts';

/** XML 1.0 has no place for these, so neither has a text in a template; tab and line breaks are fine. */
const CONTROL_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

export function compileLiteral(node: Acorn.Literal): Evaluator {
  const { value } = node;
  if (typeof value === 'string') return constantText(value, node.start);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return () => value;
  return fail('template.expression.notAllowed', node.start, { what: node.regex ? 'RegExp' : 'BigInt' });
}

function constantText(text: string, position: number): Evaluator {
  if (CONTROL_CHARACTER.test(text)) fail('template.expression.controlCharacter', position);
  return () => text;
}

export function compileTemplate(node: Acorn.TemplateLiteral, context: CompileContext): Evaluator {
  const texts = node.quasis.map(({ value, start }) => constantText(value.cooked ?? '', start));
  const values = node.expressions.map((expression) => context.value(expression));
  const position = node.start;
  return (run) => {
    let text = '';
    for (const [index, part] of texts.entries()) {
      const value = values[index];
      text += part(run);
      if (value) text += String(requireSimple(value(run), position));
      limitText(text, position);
    }
    return text;
  };
}

export function compileArray(node: Acorn.ArrayExpression, context: CompileContext): Evaluator {
  const items = node.elements.map((element) => {
    if (element === null) return fail('template.expression.notAllowed', node.start, { what: 'hole' });
    if (element.type === 'SpreadElement')
      return fail('template.expression.notAllowed', element.start, { what: 'SpreadElement' });
    return context.value(element);
  });
  return (run) => items.map((item) => item(run));
}

export function compileObject(node: Acorn.ObjectExpression, context: CompileContext): Evaluator {
  const fields = node.properties.map((property) => {
    if (property.type !== 'Property' || property.kind !== 'init' || property.computed || property.method) {
      return fail('template.expression.notAllowed', property.start, { what: property.type });
    }
    return { name: fieldName(property.key), value: context.value(property.value) };
  });
  return (run) => {
    const object: Record<string, unknown> = { __proto__: null };
    for (const { name, value } of fields) object[name] = value(run);
    return object;
  };
}

function fieldName(key: Acorn.Expression): string {
  if (key.type === 'Identifier') return requireAllowedName(key.name, key.start);
  if (key.type === 'Literal' && typeof key.value === 'string') return requireAllowedName(key.value, key.start);
  return fail('template.expression.notAllowed', key.start, { what: key.type });
}
