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

/** The question to the core. What is in force or stale is told by the rows, so those filters are applied to the answer. */
export const askOf = ({ text, kind, show }: DocumentsFilter): InputOf<'documents.list'> => ({
  limit: LIMIT,
  ...(text === undefined ? {} : { text }),
  ...(kind === undefined ? {} : { kind }),
  ...(show === 'annulled' ? { state: 'annulled' as const } : {}),
});

/** Whether a row of the answer belongs to what is shown. */
export const isShown = (
  row: { readonly state: string; readonly stale: boolean },
  { show }: DocumentsFilter,
): boolean => {
  if (show === 'stale') return row.stale && row.state !== 'annulled';
  return show !== 'issued' || row.state !== 'annulled';
};

export const isFiltered = ({ text, kind, show }: DocumentsFilter): boolean => Boolean(text ?? kind ?? show);
