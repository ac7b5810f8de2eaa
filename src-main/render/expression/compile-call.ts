import type * as Acorn from 'acorn';
import type { Compiled, CompileContext } from './context.ts';
import { requireAllowedFunction } from './functions.ts';
import { CALLBACK_METHODS, LIST_METHODS, ONE_ITEM, SAME_ITEMS } from './list-methods.ts';
import { readField, requireAllowedName } from './member.ts';
import { fail } from './problem.ts';
import { itemsOf } from './references.ts';
import { charge, STOPPED, type Callback, type Evaluator, type Run } from './run.ts';
import { NUMBER_METHODS, TEXT_METHODS, type MethodCall } from './text-methods.ts';

/** An argument is a value, or an arrow function for the list methods that take one. */
type Argument =
  | { readonly kind: 'value'; readonly evaluate: Evaluator }
  | { readonly kind: 'arrow'; readonly start: (run: Run) => Callback };

/** `name(…)` and `object.name(…)`. Nothing else can be called: not a result, not `object[…]`. */
export function compileCall(node: Acorn.CallExpression, context: CompileContext): Compiled {
  const { callee } = node;
  if (callee.type === 'Identifier') return compileFunctionCall(node, callee, context);
  if (callee.type === 'MemberExpression') return compileMethodCall(node, callee, context);
  return fail('template.expression.notAllowed', callee.start, { what: 'call' });
}

function compileFunctionCall(node: Acorn.CallExpression, callee: Acorn.Identifier, context: CompileContext): Compiled {
  const { name } = callee;
  const position = callee.start;
  const target = context.value(callee);
  const args = compileValues(node.arguments, context);
  const { optional } = node;
  return {
    evaluate: (run) => {
      const value = target(run);
      if (optional && (value === null || value === undefined)) return STOPPED;
      charge(run, 1, position);
      return requireAllowedFunction(value, name, position)(...args.map((arg) => arg(run)));
    },
    path: undefined,
  };
}

function compileMethodCall(
  node: Acorn.CallExpression,
  callee: Acorn.MemberExpression,
  context: CompileContext,
): Compiled {
  const { object, property } = callee;
  if (object.type === 'Super') return fail('template.expression.notAllowed', object.start, { what: 'Super' });
  if (callee.computed || property.type !== 'Identifier') {
    return fail('template.expression.notAllowed', property.start, { what: 'computedCall' });
  }
  const name = requireAllowedName(property.name, property.start);
  const position = property.start;
  const receiver = context.node(object);
  context.collector.add(receiver.path, object.start);
  const args = compileArguments(node.arguments, name, receiver.path, context);
  const evaluate: Evaluator = (run) => {
    const value = receiver.evaluate(run);
    if (value === STOPPED) return STOPPED;
    if (callee.optional && (value === null || value === undefined)) return STOPPED;
    return callMethod({ value, name, args, run, position, optional: node.optional });
  };
  return { evaluate, path: methodPath(receiver.path, name) };
}

/** Where the answer of a method lies in the data, if that can be said: `lines.filter(…)` still gives items of `lines`. */
function methodPath(path: string | undefined, name: string): string | undefined {
  if (SAME_ITEMS.has(name)) return path;
  return ONE_ITEM.has(name) ? itemsOf(path) : undefined;
}

interface MethodUse {
  readonly value: unknown;
  readonly name: string;
  readonly args: readonly Argument[];
  readonly run: Run;
  readonly position: number;
  readonly optional: boolean;
}

/** Chooses the method by the kind of the value, from the allow-lists only; prototypes are never asked. */
function callMethod(use: MethodUse): unknown {
  const { value, name, run, position } = use;
  if (Array.isArray(value)) return callListMethod(value, use);
  if (typeof value === 'string') {
    const method = TEXT_METHODS.get(name) ?? unknownMethod(use, 'text');
    charge(run, 1 + (value.length >> 6), position);
    return method(value, methodCall(use));
  }
  if (typeof value === 'number')
    return (NUMBER_METHODS.get(name) ?? unknownMethod(use, 'number'))(value, methodCall(use));
  if (typeof value === 'boolean' && name === 'toString') return String(value);
  const member = readField(value, name, position);
  if (use.optional && (member === null || member === undefined)) return STOPPED;
  charge(run, 1, position);
  return requireAllowedFunction(member, name, position)(...methodCall(use).args);
}

function callListMethod(list: readonly unknown[], use: MethodUse): unknown {
  const { name, args, run, position } = use;
  charge(run, 1 + list.length, position);
  const [first] = args;
  const callbackMethod = CALLBACK_METHODS.get(name);
  if (callbackMethod && first) {
    const rest = args.slice(1).map((arg) => valueOf(arg, use));
    return callbackMethod(list, callbackOf(first, use), { args: [undefined, ...rest], run, position });
  }
  return (LIST_METHODS.get(name) ?? unknownMethod(use, 'list'))(list, methodCall(use));
}

function callbackOf(argument: Argument, use: MethodUse): Callback {
  return argument.kind === 'arrow'
    ? argument.start(use.run)
    : requireAllowedFunction(argument.evaluate(use.run), use.name, use.position);
}

function methodCall(use: MethodUse): MethodCall {
  return { args: use.args.map((arg) => valueOf(arg, use)), run: use.run, position: use.position };
}

function valueOf(argument: Argument, use: MethodUse): unknown {
  return argument.kind === 'value'
    ? argument.evaluate(use.run)
    : fail('template.expression.badArgument', use.position, { what: use.name });
}

function unknownMethod(use: MethodUse, kind: string): never {
  return fail('template.expression.unknownMethod', use.position, { name: use.name, kind });
}

function compileValues(
  nodes: readonly (Acorn.Expression | Acorn.SpreadElement)[],
  context: CompileContext,
): Evaluator[] {
  return nodes.map((node) => context.value(requireNoSpread(node)));
}

function requireNoSpread(node: Acorn.Expression | Acorn.SpreadElement): Acorn.Expression {
  return node.type === 'SpreadElement' ? fail('template.expression.notAllowed', node.start, { what: node.type }) : node;
}

function compileArguments(
  nodes: readonly (Acorn.Expression | Acorn.SpreadElement)[],
  method: string,
  receiver: string | undefined,
  context: CompileContext,
): Argument[] {
  return nodes.map((raw, index): Argument => {
    const node = requireNoSpread(raw);
    if (node.type !== 'ArrowFunctionExpression') return { kind: 'value', evaluate: context.value(node) };
    if (index > 0 || !CALLBACK_METHODS.has(method)) {
      return fail('template.expression.notAllowed', node.start, { what: node.type });
    }
    return { kind: 'arrow', start: compileArrow(node, parameterPaths(method, receiver), context) };
  });
}

/** The paths of an arrow function's parameters: the item comes first, except in `reduce` (sum, item) and `sort` (item, item). */
function parameterPaths(method: string, receiver: string | undefined): readonly (string | undefined)[] {
  const item = itemsOf(receiver);
  if (method === 'reduce') return [undefined, item];
  return method === 'sort' || method === 'toSorted' ? [item, item] : [item];
}

function compileArrow(
  node: Acorn.ArrowFunctionExpression,
  paths: readonly (string | undefined)[],
  context: CompileContext,
): (run: Run) => Callback {
  const { body, start } = node;
  if (node.async || body.type === 'BlockStatement')
    return fail('template.expression.notAllowed', start, { what: 'BlockStatement' });
  const named = node.params.map((param, index) => {
    if (param.type !== 'Identifier') return fail('template.expression.notAllowed', param.start, { what: param.type });
    return { name: requireAllowedName(param.name, param.start), path: paths[index] };
  });
  return context.withParameters(named, (slots) => {
    const evaluate = context.value(body);
    return (run) =>
      (...values) => {
        charge(run, 1, start);
        for (const [index, slot] of slots.entries()) run.locals[slot] = values[index];
        return evaluate(run);
      };
  });
}
