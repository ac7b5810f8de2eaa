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

/** What the compiler of one expression knows while it walks the tree. */
export class CompileContext {
  readonly collector = new ReferenceCollector();
  private readonly parameters: Parameter[] = [];
  private depth = 0;
  private slots = 0;

  /** Compiles one level deeper, within the depth limit. */
  nested<T>(position: number, compile: () => T): T {
    this.depth += 1;
    if (this.depth > EXPRESSION_LIMITS.treeDepth) fail('template.expression.limit', position, { limit: 'depth' });
    const result = compile();
    this.depth -= 1;
    return result;
  }

  /** The innermost parameter of that name. */
  parameter(name: string): Parameter | undefined {
    return this.parameters.findLast((parameter) => parameter.name === name);
  }

  /**
   * Compiles a function body with its parameters visible. Slots are never shared: an arrow function has no name, so it cannot
   * be entered again while it runs, and one slot per parameter is enough.
   */
  withParameters<T>(named: readonly { name: string; path: string | undefined }[], compile: (slots: readonly number[]) => T): T {
    const added = named.map(({ name, path }) => ({ name, path, slot: this.slots++ }));
    this.parameters.push(...added);
    const result = compile(added.map(({ slot }) => slot));
    this.parameters.length -= added.length;
    return result;
  }
}
