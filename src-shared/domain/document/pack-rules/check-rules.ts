import type { Problem } from '../../../kernel/problem.ts';
import { ORDER_KINDS } from '../document.ts';
import { FACT_NAMES, factTexts } from './pack-facts.ts';
import type { PackCondition, PackRule } from './pack-rule.ts';
import { isPossible } from './possible.ts';
import { sayRule } from './say-rule.ts';

type Severity = 'block' | 'warn';
const KNOWN_PLACES: readonly string[] = ['{покупатель}'];

/**
 * Everything that is wrong with a list of rules, by rule: what nobody knows, conditions that never hold, rules that never
 * get a word. `data.severity` is `block` for what would be refused, `warn` for what only does nothing; `data.rule` is the
 * rule's id. A rule that is switched off may wait unfinished, but its words must be known.
 */
export const checkRules = (rules: readonly PackRule[]): readonly Problem[] => [
  ...repeated(rules),
  ...rules.flatMap((rule, index) => checkRule(rule, rules.slice(0, index), rules)),
];

const problem = (rule: PackRule, code: string, severity: Severity, message: string): Problem => ({
  code,
  message,
  where: sayRule(rule),
  data: { rule: rule.id, severity },
});

const repeated = (rules: readonly PackRule[]): Problem[] =>
  rules
    .filter(({ id }, index) => rules.findIndex((one) => one.id === id) !== index)
    .map((rule) => problem(rule, 'packRule.repeated', 'block', `Правило «${rule.id}» записано дважды: уберите лишнее`));

const checkRule = (rule: PackRule, earlier: readonly PackRule[], all: readonly PackRule[]): Problem[] => {
  const unknown = unknownWords(rule);
  if (unknown.length > 0) return unknown;
  if (!rule.isOn) return [];
  if (!isPossible(rule.when))
    return [
      problem(rule, 'packRule.never', 'block', 'Условия правила не бывают верны вместе: оно никогда не сработает'),
    ];
  const master = all.find((other) => silences(other, rule, earlier.includes(other)));
  return master === undefined
    ? []
    : [problem(rule, 'packRule.silent', 'warn', `Правило ничего не решает: его опережает другое — ${sayRule(master)}`)];
};

const unknownWords = (rule: PackRule): Problem[] => {
  const { kind, when, reason } = rule;
  const found: Problem[] = [];
  const say = (code: string, message: string): void => {
    found.push(problem(rule, code, 'block', message));
  };
  if (ORDER_KINDS.every((known) => known !== kind))
    say('packRule.kind', `Вида «${kind}» среди документов заказа нет: ${ORDER_KINDS.join(', ')}`);
  for (const { fact, is } of when) {
    const answers = factTexts(fact)?.answers;
    if (answers === undefined) say('packRule.fact', `Условия «${fact}» нет. Есть: ${FACT_NAMES.join(', ')}`);
    else if (is.length === 0)
      say('packRule.empty', `В условии «${factTexts(fact)?.title ?? fact}» не выбран ни один ответ`);
    for (const answer of is)
      if (answers !== undefined && !Object.hasOwn(answers, answer))
        say('packRule.answer', `В условии «${fact}» нет ответа «${answer}». Есть: ${Object.keys(answers).join(', ')}`);
  }
  if (reason.trim() === '') say('packRule.reason', 'Не сказано, почему документ в комплекте');
  const place = (reason.match(/\{[^{}]*\}/gu) ?? []).find((one) => !KNOWN_PLACES.includes(one));
  if (place !== undefined)
    say('packRule.place', `В пояснении можно писать только ${KNOWN_PLACES.join(', ')}, а не ${place}`);
  return found;
};

/** Does `other` always speak before `rule` about the same document? One that keeps out wins wherever it stands. */
const silences = (other: PackRule, rule: PackRule, isEarlier: boolean): boolean => {
  if (other === rule || !other.isOn || other.kind !== rule.kind) return false;
  const decides =
    other.effect === 'exclude' ? rule.effect === 'include' || isEarlier : rule.effect === 'include' && isEarlier;
  return decides && other.when.every((condition) => rule.when.some((own) => implies(own, condition)));
};

const implies = (own: PackCondition, wanted: PackCondition): boolean => {
  if (own.fact !== wanted.fact) return false;
  return own.fact === 'notIssued'
    ? wanted.is.every((kind) => own.is.includes(kind))
    : own.is.every((answer) => wanted.is.includes(answer));
};
