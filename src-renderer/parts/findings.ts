import type { OutputOf } from '#shared/contract/index.ts';

export type Finding = OutputOf<'orders.get'>['findings'][number];
export type Kind = Finding['kind'];

/** One problem for people: the same defect met in several documents is said once. */
export type Problem = {
  readonly id: string;
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly field: string;
  readonly text: string;
  readonly kinds: readonly Kind[];
};

const RANK = { block: 0, warn: 1, hint: 2 } as const;

/** Merges the findings of a pack: blocking first, then warnings, then hints; inside each the order of the rules. */
export const mergeFindings = (findings: readonly Finding[]): readonly Problem[] =>
  [
    ...Map.groupBy(findings, ({ rule, code, field, severity, data }) =>
      JSON.stringify([rule, code, field, severity, data]),
    ),
  ]
    .flatMap(([id, same]): Problem[] => {
      const [first] = same;
      if (!first) return [];
      const kinds = [...new Set(same.map(({ kind }) => kind))];
      return [
        {
          id,
          rule: first.rule,
          severity: first.severity,
          field: first.field,
          kinds,
          text: mergeSentences(same.map(({ message }) => message)),
        },
      ];
    })
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);

/** «Нет КПП: счёт не выпустить» and «Нет КПП: УПД не выпустить» → «Нет КПП: счёт, УПД не выпустить». */
export const mergeSentences = (sentences: readonly string[]): string => {
  const different = [...new Set(sentences)];
  const [first = '', ...others] = different;
  if (others.length === 0) return first;
  const words = different.map((sentence) => sentence.split(' '));
  const head = sharedLength(words);
  const tail = sharedLength(words.map((each) => each.slice(head).toReversed()));
  const own = words.map((each) => each.slice(head, each.length - tail).join(' '));
  const [start = []] = words;
  return [...start.slice(0, head), own.join(', '), ...start.slice(start.length - tail)].join(' ');
};

/** How many words from the start all the lists share. */
const sharedLength = (lists: readonly (readonly string[])[]): number => {
  const [first = []] = lists;
  const end = first.findIndex((word, index) => lists.some((list) => list[index] !== word));
  return end === -1 ? Math.min(...lists.map((list) => list.length)) : end;
};

/** How many of the checked rules are in order. The core counts a rule once per document; a hint is not disorder. */
export const passedRules = (checked: number, findings: readonly Finding[]): number =>
  Math.max(0, checked - findings.filter(({ severity }) => severity !== 'hint').length);
