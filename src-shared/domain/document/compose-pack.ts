import { applyRules, type PackItem } from './pack-rules/apply-rules.ts';
import { DEFAULT_PACK_RULES } from './pack-rules/default-rules.ts';
import type { PackInput } from './pack-rules/pack-facts.ts';
import type { PackRule } from './pack-rules/pack-rule.ts';

export type { PackInput };

/**
 * The pack that rules make of an order, in the order in which its papers are born; the user may add or remove sheets. The
 * rules are data: an administrator changes them, and without his wish they are those that ship.
 */
export const composePack = (input: PackInput, rules: readonly PackRule[] = DEFAULT_PACK_RULES): readonly PackItem[] =>
  applyRules(rules, input);
