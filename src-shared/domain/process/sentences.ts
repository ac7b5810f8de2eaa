import type { ProcessDefinition } from './definition.ts';
import { explainCondition, fieldLabel } from './explain.ts';
import { transitionsFrom } from './move.ts';
import { ruleSentence, stageOfRule, transitionSentence } from './rule-sentence.ts';

export type StageSentences = { readonly stage: string; readonly texts: readonly string[] };

/** Required fields, transitions and rules of a definition as Russian sentences by stage; what belongs to no stage comes last. */
export const sentencesOf = (definition: ProcessDefinition): readonly StageSentences[] => {
  const rulesOf = (code: string | null): readonly string[] =>
    definition.rules
      .filter((rule) => stageOfRule(rule, definition) === code)
      .map((rule) => ruleSentence(rule, definition));
  const byStage = definition.stages.map(({ code, title, requires = [] }) => ({
    stage: title,
    texts: [
      ...requires.map(({ field, when }) => {
        const condition = when === undefined ? '' : `, если ${explainCondition(when, definition)}`;
        return `Для перехода сюда нужно поле «${fieldLabel(definition, field)}»${condition}.`;
      }),
      ...transitionsFrom(definition, code).map((transition) => transitionSentence(transition, definition)),
      ...rulesOf(code),
    ],
  }));
  const others = rulesOf(null);
  return others.length === 0 ? byStage : [...byStage, { stage: '', texts: others }];
};
