import type * as Acorn from 'acorn';
import { compileCall } from './compile-call.ts';
import type { Compiled, CompileContext } from './context.ts';
import { readField, readKey, requireAllowedName } from './member.ts';
import { binaryOperator, unaryOperator } from './operators.ts';
import { fail } from './problem.ts';
import { fieldOf, itemsOf } from './references.ts';
import { limitText, requireSimple, type Evaluator } from './run.ts';

/** The value of a chain `a?.b.c` that stopped at `?.`; it never leaves the chain. */
export const STOPPED = Symbol('stopped');

/** XML 1.0 has no place for these, so neither has a text in a template; tab and line breaks are fine. */
const CONTROL_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

const CONSTANTS: ReadonlyMap<string, undefined | number> = new Map([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

/** Compiles a node whose value is used here; the fields it reads are recorded. */
export function compileValue(node: Acorn.Expression, context: CompileContext): Evaluator {
  const { evaluate, path } = compileNode(node, context);
  context.collector.add(path, node.start);
  return evaluate;
}

/** Compiles a node that may be the beginning of a longer path. */
export function compileNode(node: Acorn.Expression, context: CompileContext): Compiled {
  return context.nested(node.start, () => compileByType(node, context));
}

const pathless = (evaluate: Evaluator): Compiled => ({ evaluate, path: undefined });

function compileByType(node: Acorn.Expression, context: CompileContext): Compiled {
  switch (node.type) {
    case 'Literal':
      return pathless(compileLiteral(node));
    case 'Identifier':
      return compileIdentifier(node, context);
    case 'MemberExpression':
      return compileMember(node, context);
    case 'ChainExpression':
      return compileChain(node, context);
    case 'CallExpression':
      return compileCall(node, context);
    case 'TemplateLiteral':
      return pathless(compileTemplate(node, context));
    case 'BinaryExpression':
      return pathless(compileBinary(node, context));
    case 'LogicalExpression':
      return pathless(compileLogical(node, context));
    case 'UnaryExpression':
      return pathless(compileUnary(node, context));
    case 'ConditionalExpression':
      return pathless(compileConditional(node, context));
    case 'ArrayExpression':
      return pathless(compileArray(node, context));
    case 'ObjectExpression':
      return pathless(compileObject(node, context));
    case 'ParenthesizedExpression':
      return compileNode(node.expression, context);
    default:
      return fail('template.expression.notAllowed', node.start, { what: node.type });
  }
}

function compileLiteral(node: Acorn.Literal): Evaluator {
  const { value } = node;
  if (typeof value === 'string') return constantText(value, node.start);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return () => value;
  return fail('template.expression.notAllowed', node.start, { what: node.regex ? 'RegExp' : 'BigInt' });
}

function constantText(text: string, position: number): Evaluator {
  if (CONTROL_CHARACTER.test(text)) fail('template.expression.controlCharacter', position);
  return () => text;
}

function compileIdentifier(node: Acorn.Identifier, context: CompileContext): Compiled {
  const name = requireAllowedName(node.name, node.start);
  const parameter = context.parameter(name);
  if (parameter) {
    const { slot } = parameter;
    return { evaluate: (run) => run.locals[slot], path: parameter.path };
  }
  if (CONSTANTS.has(name)) {
    const value = CONSTANTS.get(name);
    return pathless(() => value);
  }
  const position = node.start;
  const evaluate: Evaluator = (run) => {
    for (const layer of run.scope) if (Object.hasOwn(layer, name)) return layer[name];
    return fail('template.expression.unknownName', position, { name });
  };
  return { evaluate, path: name };
}

function compileMember(node: Acorn.MemberExpression, context: CompileContext): Compiled {
  if (node.object.type === 'Super') return fail('template.expression.notAllowed', node.start, { what: 'Super' });
  const object = compileNode(node.object, context);
  const { optional, property } = node;
  const position = property.start;
  const ends = (value: unknown): boolean => value === STOPPED || (optional && (value === null || value === undefined));
  if (property.type === 'PrivateIdentifier') return fail('template.expression.notAllowed', position, { what: '#' });
  if (!node.computed) {
    const name = requireAllowedName(property.type === 'Identifier' ? property.name : '', position);
    const evaluate: Evaluator = (run) => {
      const value = object.evaluate(run);
      return ends(value) ? STOPPED : readField(value, name, position);
    };
    return { evaluate, path: fieldOf(object.path, name) };
  }
  const key = compileValue(property, context);
  const evaluate: Evaluator = (run) => {
    const value = object.evaluate(run);
    return ends(value) ? STOPPED : readKey(value, key(run), position);
  };
  return { evaluate, path: computedPath(object.path, property, context) };
}

/** `lines[0]` is an item of `lines`, `seller['name']` a field; what is computed ends the path that can be checked. */
function computedPath(path: string | undefined, property: Acorn.Expression, context: CompileContext): string | undefined {
  if (property.type === 'Literal' && typeof property.value === 'number') return itemsOf(path);
  if (property.type === 'Literal' && typeof property.value === 'string') return fieldOf(path, property.value);
  context.collector.add(path, property.start);
  return undefined;
}

function compileChain(node: Acorn.ChainExpression, context: CompileContext): Compiled {
  const { evaluate, path } = compileNode(node.expression, context);
  return {
    evaluate: (run) => {
      const value = evaluate(run);
      return value === STOPPED ? undefined : value;
    },
    path,
  };
}

function compileTemplate(node: Acorn.TemplateLiteral, context: CompileContext): Evaluator {
  const texts = node.quasis.map(({ value, start }) => constantText(value.cooked ?? '', start));
  const values = node.expressions.map((expression) => compileValue(expression, context));
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

function compileBinary(node: Acorn.BinaryExpression, context: CompileContext): Evaluator {
  if (node.left.type === 'PrivateIdentifier') return fail('template.expression.notAllowed', node.start, { what: '#' });
  const operate = binaryOperator(node.operator, node.start);
  const left = compileValue(node.left, context);
  const right = compileValue(node.right, context);
  const position = node.start;
  return (run) => operate(left(run), right(run), position);
}

function compileLogical(node: Acorn.LogicalExpression, context: CompileContext): Evaluator {
  const left = compileValue(node.left, context);
  const right = compileValue(node.right, context);
  if (node.operator === '&&') return (run) => left(run) && right(run);
  if (node.operator === '||') return (run) => left(run) || right(run);
  return (run) => left(run) ?? right(run);
}

function compileUnary(node: Acorn.UnaryExpression, context: CompileContext): Evaluator {
  const operate = unaryOperator(node.operator, node.start);
  const argument = compileValue(node.argument, context);
  const position = node.start;
  return (run) => operate(argument(run), position);
}

function compileConditional(node: Acorn.ConditionalExpression, context: CompileContext): Evaluator {
  const test = compileValue(node.test, context);
  const consequent = compileValue(node.consequent, context);
  const alternate = compileValue(node.alternate, context);
  return (run) => (test(run) ? consequent(run) : alternate(run));
}

function compileArray(node: Acorn.ArrayExpression, context: CompileContext): Evaluator {
  const items = node.elements.map((element) => {
    if (element === null) return fail('template.expression.notAllowed', node.start, { what: 'hole' });
    if (element.type === 'SpreadElement') return fail('template.expression.notAllowed', element.start, { what: 'SpreadElement' });
    return compileValue(element, context);
  });
  return (run) => items.map((item) => item(run));
}

function compileObject(node: Acorn.ObjectExpression, context: CompileContext): Evaluator {
  const fields = node.properties.map((property) => {
    if (property.type !== 'Property' || property.kind !== 'init' || property.computed || property.method) {
      return fail('template.expression.notAllowed', property.start, { what: property.type });
    }
    return { name: fieldName(property.key), value: compileValue(property.value, context) };
  });
  return (run) => {
    const object: Record<string, unknown> = Object.create(null);
    for (const { name, value } of fields) object[name] = value(run);
    return object;
  };
}

function fieldName(key: Acorn.Expression): string {
  if (key.type === 'Identifier') return requireAllowedName(key.name, key.start);
  if (key.type === 'Literal' && typeof key.value === 'string') return requireAllowedName(key.value, key.start);
  return fail('template.expression.notAllowed', key.start, { what: key.type });
}
