import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CompiledExpression } from './compile-tree.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import { fail, problemOf, type ExpressionProblem } from './problem.ts';
import type { Run, Scope } from './run.ts';

/**
 * Evaluates a compiled expression. The scope must hold pure data (see `prepareData`) and allowed functions only. A missing name is an
 * error, a missing field is `undefined`, a field of a missing field is an error: as docx-templates answers.
 */
export function evaluate(compiled: CompiledExpression, scope: Scope): Result<unknown, ExpressionProblem> {
  try {
    const value = compiled.evaluate({ scope, locals: [], steps: EXPRESSION_LIMITS.steps });
    checkResult(value, { items: EXPRESSION_LIMITS.resultItems }, 0);
    return ok(value);
  } catch (thrown) {
    return err(problemOf(thrown, compiled.source));
  }
}

/**
 * The same without a new state for each evaluation, for a renderer that evaluates thousands of them one after the other. What goes wrong is thrown;
 * `problemOf` reads it.
 */
export function evaluateFast({ evaluate: compute }: CompiledExpression, run: Run): unknown {
  run.steps = EXPRESSION_LIMITS.steps;
  const value = compute(run);
  if (typeof value !== 'string') checkResult(value, { items: EXPRESSION_LIMITS.resultItems }, 0);
  return value;
}

/**
 * A result may become a text by `String(…)`, so a small list of lists must not unfold into gigabytes and no function may be printed.
 * Objects need no walk: they are never turned into texts.
 */
function checkResult(value: unknown, left: { items: number }, depth: number): void {
  if (typeof value === 'function') fail('template.expression.functionResult', 0);
  if (!Array.isArray(value)) return requireNoPromise(value);
  if (depth >= EXPRESSION_LIMITS.resultDepth) fail('template.expression.limit', 0, { limit: 'result' });
  for (const item of value) {
    left.items -= 1;
    if (left.items < 0) fail('template.expression.limit', 0, { limit: 'result' });
    if (typeof item !== 'string') checkResult(item, left, depth + 1);
  }
}

/** docx-templates awaits every result; an object with a function `then` would be taken for a promise, and could stay pending forever. */
function requireNoPromise(value: unknown): void {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'then')) return;
  if (typeof Reflect.get(value, 'then') === 'function') fail('template.expression.functionResult', 0);
}
