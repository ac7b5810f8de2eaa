import type { TemplateProblem } from './template-renderer.ts';

export type LintedTemplate = {
  /** No errors; warnings may be there. */
  readonly ok: boolean;
  readonly problems: readonly (TemplateProblem & { readonly severity: 'error' | 'warning' })[];
};

/** Checks a template before anybody prints with it: commands, loops, fields that the kind does not have. */
export type TemplateLinter = (template: Uint8Array, knownFields: readonly string[]) => Promise<LintedTemplate>;
