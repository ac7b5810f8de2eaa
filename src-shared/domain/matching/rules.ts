import { compare } from './directory.ts';
import { fold } from './purpose/fold.ts';
import type { MatchOperation, MatchRule } from './types.ts';

/** The learned rule that speaks of an operation: the one with the most conditions, then with the smallest id. */
export type RuleFinder = (operation: MatchOperation, foldedPurpose: string) => MatchRule | null;

const conditionsOf = ({ when }: MatchRule): number => Object.values(when).filter((value) => value !== undefined).length;

/** Rules without any condition would take everything, and are never applied. */
export const createRuleFinder = (rules: readonly MatchRule[]): RuleFinder => {
  const sorted = rules
    .filter((rule) => conditionsOf(rule) > 0)
    .toSorted((one, other) => conditionsOf(other) - conditionsOf(one) || compare(one.id, other.id))
    .map((rule) => ({
      rule,
      name: rule.when.nameContains === undefined ? null : fold(rule.when.nameContains),
      purpose: rule.when.purposeContains === undefined ? null : fold(rule.when.purposeContains),
    }));
  return ({ organisationId, direction, counterparty }, foldedPurpose) => {
    if (sorted.length === 0) return null;
    const foldedName = fold(counterparty.name);
    const found = sorted.find(
      ({ rule, name, purpose }) =>
        (rule.organisationId === null || rule.organisationId === organisationId) &&
        (rule.direction === null || rule.direction === direction) &&
        (rule.when.inn === undefined || rule.when.inn === counterparty.inn) &&
        (rule.when.account === undefined || rule.when.account === counterparty.account) &&
        (name === null || foldedName.includes(name)) &&
        (purpose === null || foldedPurpose.includes(purpose)),
    );
    return found?.rule ?? null;
  };
};
