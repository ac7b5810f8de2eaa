import { useCallback, useState } from 'react';
import { ERRORS, type WireError } from '#shared/contract/errors.ts';
import { isOverridable } from '#shared/domain/preflight/firm-rules.ts';
import type { Card } from './card.ts';
import type { RemakeWords, useDocumentLife } from './use-document-life.ts';

type Item = Card['pack'][number];

/** What a person is asked before the next version is made. */
type Asked = { readonly item: Item; readonly facsimile: boolean } & (
  | { readonly why: 'correction' }
  | { readonly why: 'override'; readonly words: RemakeWords; readonly rules: readonly string[]; readonly text: string }
);

type Blocked = { readonly rules: readonly string[]; readonly text: string };

/** What stopped the version, when a person with the right may let all of it pass; null for anything else. */
const blockedBy = ({ code, data }: WireError): Blocked | null => {
  if (code !== 'pack.blocked') return null;
  const parsed = ERRORS['pack.blocked'].safeParse(data);
  if (!parsed.success) return null;
  const rules = [...new Set(parsed.data.findings.map(({ data: { rule } }) => (typeof rule === 'string' ? rule : '')))];
  return rules.length > 0 && rules.every(isOverridable)
    ? { rules, text: parsed.data.findings.map(({ message }) => message).join('; ') }
    : null;
};

/**
 * The next version of a document: an исправление asks why first; a version that the check stops asks again why it may go
 * out all the same, although its first version was let pass already.
 */
export const useReissue = (reissue: ReturnType<typeof useDocumentLife>['reissue'], canOverride: boolean) => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = useCallback(
    async (item: Item, words: RemakeWords) => {
      setAsked(null);
      if (item.documentId === null) return;
      const answer = await reissue(item.documentId, words);
      const blocked = answer.ok || !canOverride || words.overrides.length > 0 ? null : blockedBy(answer.error);
      if (blocked) setAsked({ item, why: 'override', words, facsimile: words.facsimile, ...blocked });
    },
    [reissue, canOverride],
  );
  const start = useCallback(
    (item: Item, facsimile = false) => {
      if (item.wantsCorrection) setAsked({ item, facsimile, why: 'correction' });
      else void run(item, { facsimile, reason: '', overrides: [] });
    },
    [run],
  );
  const answer = useCallback(
    (reason: string) => {
      if (asked === null) return;
      const { facsimile } = asked;
      const words =
        asked.why === 'correction'
          ? { facsimile, reason, overrides: [] }
          : { facsimile, reason: asked.words.reason, overrides: asked.rules.map((rule) => ({ rule, reason })) };
      void run(asked.item, words);
    },
    [asked, run],
  );
  const cancel = useCallback(() => setAsked(null), []);
  return { asked, start, answer, cancel };
};
