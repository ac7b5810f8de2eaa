import type { DocumentKind } from './document.ts';

/** `block`: not issued without an override by right; `warn`: look; `hint`: may be better (documents.md §16). */
export type Severity = 'block' | 'warn' | 'hint';

/** One broken rule of documents.md §16. The Russian sentence is made from `code` and `data` by the texts of the window. */
export type Finding = {
  /** Rule id of the table, `R-P1`. */
  readonly rule: string;
  /** Which case of the rule, `party.innChecksum`; one Russian text exists per code. */
  readonly code: string;
  readonly severity: Severity;
  readonly kind: DocumentKind;
  /** Field that mends it: `buyer.kpp`, `order.lines[2].price`; the window opens it. */
  readonly field: string;
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
};

/** What the check said of one document: every problem at once, and how many rules were looked at. */
export type Preflight = { readonly checkedRules: number; readonly findings: readonly Finding[] };
