import { appError, type AppError } from '#shared/contract/errors.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Finding } from '#shared/domain/document/preflight.ts';
import { isOverridable } from '#shared/domain/preflight/firm-rules.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallContext } from '../deps.ts';

type Override = { readonly rule: string; readonly reason: string };

/** A blocking finding that a person let pass; this goes into the history. */
export type Overridden = {
  readonly rule: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly reason: string;
};

export type Judgement = {
  readonly blocking: readonly Finding[];
  readonly overridden: readonly Overridden[];
};

/** Parts blocking findings into those that stop a document and those let pass by right with a reason (documents.md §16). */
export const judgeFindings = (
  context: CallContext,
  findings: readonly Finding[],
  overrides: readonly Override[],
): Result<Judgement, AppError> => {
  const actor = requireDefined(context.actor, 'the acting person');
  if (overrides.length > 0 && !actor.rights.has('documents.override')) {
    return err(appError('right.missing', { right: 'documents.override', who: actor.user.fullName }));
  }
  const firm = overrides.find(({ rule }) => !isOverridable(rule));
  if (firm) return err(appError('pack.firmRule', { rule: firm.rule }));
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const foreign = overrides.find(({ rule }) => blocks.every((finding) => finding.rule !== rule));
  if (foreign) return err(appError('pack.foreignOverride', { rule: foreign.rule }));
  const reasonByRule = new Map(overrides.map(({ rule, reason }) => [rule, reason]));
  return ok({
    blocking: blocks.filter(({ rule }) => !reasonByRule.has(rule)),
    overridden: blocks.flatMap(({ rule, kind, message }) => {
      const reason = reasonByRule.get(rule);
      return reason === undefined ? [] : [{ rule, kind, text: message, reason }];
    }),
  });
};
