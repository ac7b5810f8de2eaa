import type * as Acorn from 'acorn';
import { compileCall } from './compile-call.ts';
import { compileArray, compileLiteral, compileObject, compileTemplate } from './compile-literals.ts';
import type { Compiled, CompileContext } from './context.ts';
import { readField, readKey, requireAllowedName } from './member.ts';
import { binaryOperator, unaryOperator } from './operators.ts';
import { fail } from './problem.ts';
import { fieldOf, itemsOf } from './references.ts';
import { STOPPED, type Evaluator } from './run.ts';

const CONSTANTS: ReadonlyMap<string, undefined | number> = new Map([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
]);

const pathless = (evaluate: Evaluator): Compiled => ({ evaluate, path: undefined });

/** Compiles a node of the allowed subset; everything else is refused here. */
export function compileByType(node: Acorn.Expression, context: CompileContext): Compiled {
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
      return context.node(node.expression);
    default:
      return fail('template.expression.notAllowed', node.start, { what: node.type });
  }
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
  // An index, not an iterator: this is the most frequent step of all.
  const evaluate: Evaluator = ({ scope }) => {
    for (let index = 0; index < scope.length; index += 1) {
      const layer = scope[index];
      if (layer !== undefined && Object.hasOwn(layer, name)) return layer[name];
    }
    return fail('template.expression.unknownName', position, { name });
  };
  return { evaluate, path: name };
}

function compileMember(node: Acorn.MemberExpression, context: CompileContext): Compiled {
  if (node.object.type === 'Super') return fail('template.expression.notAllowed', node.start, { what: 'Super' });
  const object = context.node(node.object);
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
  const key = context.value(property);
  const evaluate: Evaluator = (run) => {
    const value = object.evaluate(run);
    return ends(value) ? STOPPED : readKey(value, key(run), position);
  };
  return { evaluate, path: computedPath(object.path, property, context) };
}

/** `lines[0]` is an item of `lines`, `seller['name']` a field; what is computed ends the path that can be checked. */
function computedPath(
  path: string | undefined,
  property: Acorn.Expression,
  context: CompileContext,
): string | undefined {
  if (property.type === 'Literal' && typeof property.value === 'number') return itemsOf(path);
  if (property.type === 'Literal' && typeof property.value === 'string') return fieldOf(path, property.value);
  context.collector.add(path, property.start);
  return undefined;
}

function compileChain(node: Acorn.ChainExpression, context: CompileContext): Compiled {
  const { evaluate, path } = context.node(node.expression);
  return {
    evaluate: (run) => {
      const value = evaluate(run);
      return value === STOPPED ? undefined : value;
    },
    path,
  };
}

function compileBinary(node: Acorn.BinaryExpression, context: CompileContext): Evaluator {
  if (node.left.type === 'PrivateIdentifier') return fail('template.expression.notAllowed', node.start, { what: '#' });
  const operate = binaryOperator(node.operator, node.start);
  const left = context.value(node.left);
  const right = context.value(node.right);
  const position = node.start;
  return (run) => operate(left(run), right(run), position);
}

function compileLogical(node: Acorn.LogicalExpression, context: CompileContext): Evaluator {
  const left = context.value(node.left);
  const right = context.value(node.right);
  if (node.operator === '&&') return (run) => left(run) && right(run);
  if (node.operator === '||') return (run) => left(run) || right(run);
  return (run) => left(run) ?? right(run);
}

function compileUnary(node: Acorn.UnaryExpression, context: CompileContext): Evaluator {
  const operate = unaryOperator(node.operator, node.start);
  const argument = context.value(node.argument);
  const position = node.start;
  return (run) => operate(argument(run), position);
}

function compileConditional(node: Acorn.ConditionalExpression, context: CompileContext): Evaluator {
  const test = context.value(node.test);
  const consequent = context.value(node.consequent);
  const alternate = context.value(node.alternate);
  return (run) => (test(run) ? consequent(run) : alternate(run));
}
