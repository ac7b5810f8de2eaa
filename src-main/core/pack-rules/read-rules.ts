import { DEFAULT_PACK_RULES } from '#shared/domain/document/pack-rules/default-rules.ts';
import { packRules, type PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import type { ReadStores } from '../../ports/base.ts';

export const RULES_SETTING = 'pack.rules';

/** Every order of a list asks for the rules: the same text is read once. */
let lastRead: { readonly text: string; readonly rules: readonly PackRule[] } = { text: '', rules: DEFAULT_PACK_RULES };

/** The rules that packs are made by: those of the administrator, else those that ship. */
export const readPackRules = ({ settings }: Pick<ReadStores, 'settings'>): readonly PackRule[] => {
  const text = settings.get(RULES_SETTING);
  if (text === null) return DEFAULT_PACK_RULES;
  if (text !== lastRead.text) lastRead = { text, rules: packRules.parse(JSON.parse(text)) };
  return lastRead.rules;
};
