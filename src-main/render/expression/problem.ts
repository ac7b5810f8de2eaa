import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EXPRESSION_LIMITS } from './limits.ts';

/** Why the evaluator refused an expression; the texts for users are in `template-problem.ts`. */
export type ExpressionCode =
  /** Not JavaScript at all, or more than one expression. */
  | 'template.expression.syntax'
  /** JavaScript that is outside the allowed subset; `data.what` names the construct. */
  | 'template.expression.notAllowed'
  /** `__proto__`, `constructor`, `prototype` and the like. */
  | 'template.expression.forbiddenName'
  /** A control character inside a text of the expression. */
  | 'template.expression.controlCharacter'
  /** Too long a source, too deeply nested, too many steps, too large a result; `data.limit` says which. */
  | 'template.expression.limit'
  /** A name that neither the data nor the functions know. */
  | 'template.expression.unknownName'
  /** A field of nothing: `a.b.c` where `a.b` is absent. */
  | 'template.expression.nullPath'
  /** A method outside the allow-list for this kind of value. */
  | 'template.expression.unknownMethod'
  /** Call of a value that is not an allowed function. */
  | 'template.expression.notCallable'
  /** An argument of the wrong kind. */
  | 'template.expression.badArgument'
  /** An operator got an object or a list where a text or a number is needed. */
  | 'template.expression.notSimple'
  /** The result is a function. */
  | 'template.expression.functionResult'
  /** An allowed function threw. */
  | 'template.expression.failed';

/** A refused expression. `position` is the offset in `expression`, from 0. */
export interface ExpressionProblem {
  readonly code: ExpressionCode;
  readonly expression: string;
  readonly position: number;
  readonly data: Readonly<Record<string, string>>;
}

/** Thrown inside the evaluator only, and caught at its border. */
export class ExpressionFailure extends Error {
  readonly code: ExpressionCode;
  readonly position: number;
  readonly data: Readonly<Record<string, string>>;

  constructor(code: ExpressionCode, position: number, data: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'ExpressionFailure';
    this.code = code;
    this.position = position;
    this.data = data;
  }
}

/** Ends the compilation or the evaluation with a problem. */
export function fail(code: ExpressionCode, position: number, data: Readonly<Record<string, string>> = {}): never {
  throw new ExpressionFailure(code, position, data);
}

/** The problem for anything that was thrown; what is not ours (a stack overflow, a function's own error) is `failed`. */
export function problemOf(thrown: unknown, expression: string): ExpressionProblem {
  if (thrown instanceof ExpressionFailure) {
    return { code: thrown.code, expression, position: thrown.position, data: thrown.data };
  }
  const reason = thrown instanceof Error ? thrown.name : 'unknown';
  return { code: 'template.expression.failed', expression, position: 0, data: { reason } };
}

/** Runs a step of the compilation of `source`, and turns what it throws into a problem. */
export function guarded<T>(source: string, compute: () => T): Result<T, ExpressionProblem> {
  try {
    if (source.length > EXPRESSION_LIMITS.sourceLength) fail('template.expression.limit', 0, { limit: 'source' });
    return ok(compute());
  } catch (thrown) {
    // Only a source nested thousands of levels deep can exhaust the stack.
    if (thrown instanceof RangeError) {
      return err(problemOf(new ExpressionFailure('template.expression.limit', 0, { limit: 'depth' }), source));
    }
    return err(problemOf(thrown, source));
  }
}
