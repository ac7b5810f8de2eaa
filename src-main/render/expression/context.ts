import type { Expression } from 'acorn';
import { EXPRESSION_LIMITS } from './limits.ts';
import { fail } from './problem.ts';
import { ReferenceCollector } from './references.ts';
import type { Evaluator } from './run.ts';

/** A compiled node and, when it is a plain path into the scope, that path. */
export interface Compiled {
  readonly evaluate: Evaluator;
  readonly path: string | undefined;
}

/** A parameter of an arrow function: the slot that holds its value, and the path of that value if it is known. */
export interface Parameter {
  readonly name: string;
  readonly slot: number;
  readonly path: string | undefined;
}

/** Compiles a node by its type; the kinds of nodes reach each other through the context. */
export type NodeCompiler = (node: Expression, context: CompileContext) => Compiled;

/** What the compiler of one expression knows while it walks the tree. */
export class CompileContext {
  readonly collector = new ReferenceCollector();
  private readonly compile: NodeCompiler;
  private readonly parameters: Parameter[] = [];
  private depth = 0;
  private slots = 0;

  constructor(compile: NodeCompiler) {
    this.compile = compile;
  }

  /** Compiles a node that may be the beginning of a longer path. */
  node(node: Expression): Compiled {
    this.depth += 1;
    if (this.depth > EXPRESSION_LIMITS.treeDepth) fail('template.expression.limit', node.start, { limit: 'depth' });
    const compiled = this.compile(node, this);
    this.depth -= 1;
    return compiled;
  }

  /** Compiles a node whose value is used here; the fields it reads are recorded. */
  value(node: Expression): Evaluator {
    const { evaluate, path } = this.node(node);
    this.collector.add(path, node.start);
    return evaluate;
  }

  /** The innermost parameter of that name. */
  parameter(name: string): Parameter | undefined {
    return this.parameters.findLast((parameter) => parameter.name === name);
  }

  /**
   * Compiles a function body with its parameters visible. Slots are never shared: an arrow function has no name, so it cannot
   * be entered again while it runs, and one slot per parameter is enough.
   */
  withParameters<T>(
    named: readonly { name: string; path: string | undefined }[],
    compile: (slots: readonly number[]) => T,
  ): T {
    const added = named.map(({ name, path }) => ({ name, path, slot: this.slots++ }));
    this.parameters.push(...added);
    const result = compile(added.map(({ slot }) => slot));
    this.parameters.length -= added.length;
    return result;
  }
}
