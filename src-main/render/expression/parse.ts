import { parseExpressionAt, type Expression } from 'acorn';
import type { Result } from '#shared/kernel/result.ts';
import { isForbiddenName } from './member.ts';
import { fail, guarded, type ExpressionProblem } from './problem.ts';
import { straightenQuotes } from './quotes.ts';

/** `name = expression`, read but not yet checked against the allowed subset. */
export interface ParsedAssignment {
  readonly name: string;
  readonly tree: Expression;
}

/** Text → syntax tree. Whether the tree is allowed, `compileTree` decides. */
export function parseSource(source: string): Result<Expression, ExpressionProblem> {
  return guarded(source, () => parse(straightenQuotes(source)));
}

/** The `name = expression` of an EXEC command. */
export function parseAssignment(source: string): Result<ParsedAssignment, ExpressionProblem> {
  return guarded(source, () => {
    const tree = parse(straightenQuotes(source));
    if (tree.type !== 'AssignmentExpression' || tree.operator !== '=' || tree.left.type !== 'Identifier') {
      return fail('template.expression.notAllowed', tree.start, { what: 'exec' });
    }
    const { name } = tree.left;
    if (isForbiddenName(name) || name.startsWith('$'))
      fail('template.expression.forbiddenName', tree.left.start, { name });
    return { name, tree: tree.right };
  });
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
