import type { Result } from '#shared/kernel/result.ts';
import type { RenderedDocument, TemplateProblem } from '#main/ports/template-renderer.ts';

/** One comparison that did not come out equal. */
export interface Difference {
  readonly sample: { readonly template: Uint8Array; readonly data: unknown };
  readonly theirs: Result<RenderedDocument, readonly TemplateProblem[]>;
  readonly ours: Result<RenderedDocument, readonly TemplateProblem[]>;
  readonly story: string;
}

interface Explanation {
  /** The heading in `src-main/render/compiled/DIFFERENCES.md`. */
  readonly id: string;
  readonly covers: (difference: Difference) => boolean;
}

/** Did the reference refuse the template for just these reasons, while we fill it? */
const filledDespite =
  (...codes: readonly string[]) =>
  ({ theirs, ours }: Difference): boolean =>
    !theirs.ok && ours.ok && theirs.error.every(({ code }) => codes.includes(code));

/** Where we are better than the reference on purpose. What stands here stands in the list of differences, with its reason and a test. */
const EXPLANATIONS: readonly Explanation[] = [
  { id: 'nested-loop-in-paragraph', covers: filledDespite('template.nestedLoopInParagraph') },
  { id: 'nested-condition', covers: filledDespite('template.nestedCondition') },
  { id: 'loop-in-nested-table', covers: filledDespite('template.loopInNestedTable') },
];

export const EXPLAINED_IDS: readonly string[] = EXPLANATIONS.map(({ id }) => id);

export function explain(difference: Difference): string | undefined {
  return EXPLANATIONS.find(({ covers }) => covers(difference))?.id;
}
