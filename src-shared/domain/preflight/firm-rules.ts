/**
 * Blocking rules that nobody may override, whatever the reason. Documents.md §16 lets a right override every block, but
 * what these find is no judgement of ours: an unfilled form (R-A2), a number that another document carries or a month
 * that is closed (R-A3), an edition that the law has replaced (R-S4), sums that do not add up (R-T4). Requisites
 * (R-P1, R-B1) stay open to an override: treasury accounts and old registrations break the usual keys.
 */
const FIRM_RULES: ReadonlySet<string> = new Set(['R-A2', 'R-A3', 'R-S4', 'R-T4']);

/** True when a person with the right may let a finding of this rule pass. */
export const isOverridable = (rule: string): boolean => !FIRM_RULES.has(rule);
