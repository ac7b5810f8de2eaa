import { parseExpressionAt, type Expression } from 'acorn';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { compileByType } from './compile-node.ts';
import { CompileContext } from './context.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import { isForbiddenName } from './member.ts';
import { ExpressionFailure, fail, problemOf, type ExpressionProblem } from './problem.ts';
import { straightenQuotes } from './quotes.ts';
import type { Reference } from './references.ts';
import type { Evaluator } from './run.ts';

/** An expression that has been read once and can be evaluated any number of times. */
export interface CompiledExpression {
  /** As it stood in the template. */
  readonly source: string;
  readonly evaluate: Evaluator;
  readonly references: readonly Reference[];
  /** Where the value lies in the data, when the expression is a plain path or picks items of one. */
  readonly path: string | undefined;
}

/** The only form of EXEC: `name = expression`. */
export interface CompiledAssignment {
  readonly name: string;
  readonly value: CompiledExpression;
}

/**
 * Reads an expression: a small subset of JavaScript, by allow-list (see `README.md` in this folder).
 * Typographic quotes around texts are understood, because Word makes them while the author types.
 */
export function compileExpression(source: string): Result<CompiledExpression, ExpressionProblem> {
  return guarded(source, (code) => compileTree(source, parse(code)));
}

/** Reads the `name = expression` of an EXEC command. */
export function compileAssignment(source: string): Result<CompiledAssignment, ExpressionProblem> {
  return guarded(source, (code) => {
    const tree = parse(code);
    if (tree.type !== 'AssignmentExpression' || tree.operator !== '=' || tree.left.type !== 'Identifier') {
      return fail('template.expression.notAllowed', tree.start, { what: 'exec' });
    }
    const { name } = tree.left;
    if (isForbiddenName(name) || name.startsWith('$'))
      fail('template.expression.forbiddenName', tree.left.start, { name });
    return { name, value: compileTree(source, tree.right) };
  });
}

function guarded<T>(source: string, compile: (code: string) => T): Result<T, ExpressionProblem> {
  try {
    if (source.length > EXPRESSION_LIMITS.sourceLength) fail('template.expression.limit', 0, { limit: 'source' });
    return ok(compile(straightenQuotes(source)));
  } catch (thrown) {
    // acorn recurses: only a source nested thousands of levels deep can exhaust the stack.
    if (thrown instanceof RangeError) {
      return err(problemOf(new ExpressionFailure('template.expression.limit', 0, { limit: 'depth' }), source));
    }
    return err(problemOf(thrown, source));
  }
}

function parse(code: string): Expression {
  const tree = parseWith(code);
  const rest = code.slice(tree.end);
  if (!/^\s*;?\s*$/.test(rest)) fail('template.expression.syntax', tree.end, { rest: rest.trim().slice(0, 40) });
  return tree;
}

function parseWith(code: string): Expression {
  try {
    return parseExpressionAt(code, 0, { ecmaVersion: 2022, sourceType: 'script', preserveParens: true });
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return fail('template.expression.syntax', errorPosition(thrown), {});
    throw thrown;
  }
}

function errorPosition(error: SyntaxError): number {
  return 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
}

function compileTree(source: string, tree: Expression): CompiledExpression {
  const context = new CompileContext(compileByType);
  const { evaluate, path } = context.node(tree);
  context.collector.add(path, tree.start);
  return { source, evaluate, references: context.collector.references, path };
}
