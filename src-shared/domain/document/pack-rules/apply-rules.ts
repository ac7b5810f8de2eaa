import { ORDER_KINDS, type DocumentKind, type OrderKind } from '../document.ts';
import { FACT_NAMES, readFact, type FactName, type PackInput } from './pack-facts.ts';
import type { PackCondition, PackRule } from './pack-rule.ts';

/** A document that belongs to the pack, and why: «почему в комплекте акт». */
export type PackItem = {
  readonly kind: DocumentKind;
  readonly reason: string;
  /** The rule that brought it. */
  readonly rule: string;
};

const orderKind = (code: string): OrderKind | undefined => ORDER_KINDS.find((kind) => kind === code);
const factName = (name: string): FactName | undefined => FACT_NAMES.find((fact) => fact === name);

/** Answers conditions about one order, reading each fact once. What no fact is called by never holds. */
const asker = (input: PackInput): ((condition: PackCondition) => boolean) => {
  const answers = new Map<FactName, string>();
  const isIssued = (code: string): boolean => [...(input.issued ?? [])].some((kind) => kind === code);
  return ({ fact, is }) => {
    const name = factName(fact);
    if (name === undefined) return false;
    if (name === 'issued') return is.some(isIssued);
    if (name === 'notIssued') return !is.some(isIssued);
    const answer = answers.get(name) ?? readFact(input, name);
    answers.set(name, answer);
    return is.includes(answer);
  };
};

/**
 * The pack that the rules make of an order, each document once, at the place of the first rule that brings it. An order
 * without lines has no pack. Rules that name unknown things decide nothing; `checkRules` tells about them.
 */
export const applyRules = (rules: readonly PackRule[], input: PackInput): readonly PackItem[] => {
  if (input.order.lines.length === 0) return [];
  const holds = asker(input);
  const speaking = rules.filter(({ isOn, when }) => isOn && when.every(holds));
  const kept = new Set(speaking.filter(({ effect }) => effect === 'exclude').map(({ kind }) => kind));
  const items = new Map<DocumentKind, PackItem>();
  for (const { id, effect, kind: code, reason } of speaking) {
    const kind = orderKind(code);
    if (effect === 'exclude' || kind === undefined || kept.has(code) || items.has(kind)) continue;
    const buyer = input.buyer.shortName || input.buyer.fullName;
    items.set(kind, { kind, rule: id, reason: reason.replaceAll('{покупатель}', buyer) });
  }
  return [...items.values()];
};
