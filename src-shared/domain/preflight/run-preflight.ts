import type { DocumentSource } from '../document/document-source.ts';
import type { Finding, Preflight, Severity } from '../document/preflight.ts';
import { namesOf } from '../document/titles.ts';
import { readFacts } from './facts.ts';
import type { PreflightContext } from './preflight-context.ts';
import { RULE_TABLE } from './rule-table.ts';

const ORDER: Readonly<Record<Severity, number>> = { block: 0, warn: 1, hint: 2 };

/**
 * Checks a document before it is issued: every problem at once, the ones that stop it first. Strange data becomes
 * findings; nothing is thrown. `checkedRules` counts rule ids that read this kind of document.
 */
export const runPreflight = (source: DocumentSource, context: PreflightContext): Preflight => {
  const facts = readFacts(source, context);
  const rules = RULE_TABLE.filter((rule) => rule.kinds.includes(source.kind));
  const document = namesOf(source.kind).accusative;
  const findings = rules.flatMap((rule) =>
    rule.check(facts).map((found): Finding => ({
      rule: rule.id,
      code: found.code,
      severity: found.severity,
      kind: source.kind,
      field: found.field,
      message: found.say(document),
      data: found.data,
    })),
  );
  return {
    checkedRules: new Set(rules.map((rule) => rule.id)).size,
    findings: findings.toSorted((left, right) => ORDER[left.severity] - ORDER[right.severity]),
  };
};
