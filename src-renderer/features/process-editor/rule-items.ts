import type { ProcessDefinition, Rule } from '#shared/domain/process/definition.ts';
import { explainCondition, fieldLabel } from '#shared/domain/process/explain.ts';
import { transitionsFrom } from '#shared/domain/process/move.ts';
import {
  ruleSentence,
  stageOfRule,
  transitionSentence,
  type ProcessTitle,
} from '#shared/domain/process/rule-sentence.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';

const t = editorTexts.rules;

/** A line of the middle column; only rules can be switched and have tasks. */
export type RuleItem = {
  readonly id: string;
  readonly text: string;
  readonly rule: Rule | null;
};

/** Rules that name no stage stand under this one. */
export const EVERYWHERE = '*';

export const rulesOf = (definition: ProcessDefinition, stage: string): readonly Rule[] =>
  definition.rules.filter((rule) => (stageOfRule(rule, definition) ?? EVERYWHERE) === stage);

/** What happens on a stage, in sentences: its rules, what it asks for, where people move records from it. */
export const ruleGroups = (definition: ProcessDefinition, stage: string, processTitle: ProcessTitle) => {
  const { requires = [] } = definition.stages.find(({ code }) => code === stage) ?? {};
  const rules = rulesOf(definition, stage).map((rule): RuleItem => ({
    id: `rule:${rule.code}`,
    text: ruleSentence(rule, definition, processTitle),
    rule,
  }));
  const wanted = requires.map(({ field, when }): RuleItem => ({
    id: `field:${field}`,
    text: t.requires(fieldLabel(definition, field), when === undefined ? null : explainCondition(when, definition)),
    rule: null,
  }));
  const moves =
    stage === EVERYWHERE
      ? []
      : transitionsFrom(definition, stage).map((transition, index): RuleItem => ({
          id: `move:${index}`,
          text: transitionSentence(transition, definition),
          rule: null,
        }));
  return [
    { id: 'rules', title: t.groups.rules, items: rules },
    { id: 'requires', title: t.groups.requires, items: wanted },
    { id: 'moves', title: t.groups.moves, items: moves },
  ];
};
