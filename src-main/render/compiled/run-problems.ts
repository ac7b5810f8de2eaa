import type { TemplateProblem } from '#main/ports/template-renderer.ts';

const MOST_PROBLEMS = 100;

/** Collects what goes wrong while a document is filled, each thing once. */
export class RunProblems {
  private readonly byText = new Map<string, TemplateProblem>();
  private readonly failedVariables = new Set<string>();

  add(problem: TemplateProblem): void {
    if (this.byText.size < MOST_PROBLEMS) this.byText.set(`${problem.where}\n${problem.message}`, problem);
  }

  /** A loop that could not begin: that its variable is unknown inside only follows from it. */
  failLoop(variable: string): void {
    this.failedVariables.add(variable);
  }

  all(): TemplateProblem[] {
    return [...this.byText.values()].filter(
      ({ code, data }) => code !== 'template.expression.unknownName' || !this.failedVariables.has(String(data['name'])),
    );
  }
}
