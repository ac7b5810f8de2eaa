import { err, ok, type Result } from '#shared/kernel/result.ts';
import { compileTree, type CompiledExpression } from './compile-tree.ts';
import { parseAssignment, parseSource } from './parse.ts';
import type { ExpressionProblem } from './problem.ts';

export type { CompiledExpression } from './compile-tree.ts';

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
  const tree = parseSource(source);
  return tree.ok ? compileTree(source, tree.value) : tree;
}

/** Reads the `name = expression` of an EXEC command. */
export function compileAssignment(source: string): Result<CompiledAssignment, ExpressionProblem> {
  const assignment = parseAssignment(source);
  if (!assignment.ok) return assignment;
  const { name, tree } = assignment.value;
  const value = compileTree(source, tree);
  return value.ok ? ok({ name, value: value.value }) : err(value.error);
}
