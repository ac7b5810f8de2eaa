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

/** Has the reference one objection more than we have, and nothing else against the template? */
const objectsTo =
  (code: string) =>
  ({ theirs, ours }: Difference): boolean => {
    const [left, right] = [codesOf(theirs), codesOf(ours)];
    const others = left.filter((each) => !LIMITS_OF_REFERENCE.includes(each));
    return left.includes(code) && others.join() === right.join();
  };

const LIMITS_OF_REFERENCE: readonly string[] = [
  'template.nestedLoopInParagraph',
  'template.nestedCondition',
  'template.loopInNestedTable',
];

/** The codes of a refusal, each once; none for a document. */
export const codesOf = (outcome: Difference['ours']): string[] =>
  outcome.ok ? [] : [...new Set(outcome.error.map(({ code }) => code))].toSorted();

/** Where we are better than the reference on purpose. What stands here stands in the list of differences, with its reason and a test. */
const EXPLANATIONS: readonly Explanation[] = [
  { id: 'nested-loop-in-paragraph', covers: objectsTo('template.nestedLoopInParagraph') },
  { id: 'nested-condition', covers: objectsTo('template.nestedCondition') },
  { id: 'loop-in-nested-table', covers: objectsTo('template.loopInNestedTable') },
  { id: 'endless-walk', covers: ({ theirs, ours }) => ours.ok && codesOf(theirs).join() === 'template.tooHeavy' },
];

export const EXPLAINED_IDS: readonly string[] = EXPLANATIONS.map(({ id }) => id);

export function explain(difference: Difference): string | undefined {
  return EXPLANATIONS.find(({ covers }) => covers(difference))?.id;
}
