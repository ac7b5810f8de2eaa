import type { Expression } from 'acorn';
import type { Result } from '#shared/kernel/result.ts';
import { compileByType } from './compile-node.ts';
import { CompileContext } from './context.ts';
import { guarded, type ExpressionProblem } from './problem.ts';
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

/** Syntax tree → closures, by allow-list. It needs no parser, so a compiled template from the disk loads without one. */
export function compileTree(source: string, tree: Expression): Result<CompiledExpression, ExpressionProblem> {
  return guarded(source, () => {
    const context = new CompileContext(compileByType);
    const { evaluate, path } = context.node(tree);
    context.collector.add(path, tree.start);
    return { source, evaluate, references: context.collector.references, path };
  });
}
