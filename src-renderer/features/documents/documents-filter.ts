import type { InputOf } from '#shared/contract/index.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';

export const SHOWN = ['issued', 'stale', 'annulled'] as const;

export type DocumentsFilter = {
  readonly text?: string;
  readonly kind?: DocumentKind;
  /** Absent: documents of every state. */
  readonly show?: (typeof SHOWN)[number];
};

const LIMIT = 500;

/** The question to the core. What is stale is known per row only, so that filter is applied to the answer. */
export const askOf = ({ text, kind, show }: DocumentsFilter): InputOf<'documents.list'> => ({
  limit: LIMIT,
  ...(text === undefined ? {} : { text }),
  ...(kind === undefined ? {} : { kind }),
  ...(show === undefined ? {} : { state: show === 'annulled' ? 'annulled' : 'issued' }),
});

export const isFiltered = ({ text, kind, show }: DocumentsFilter): boolean => Boolean(text ?? kind ?? show);
