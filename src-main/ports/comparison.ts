import type { Difference } from '#shared/domain/contract-compare/compare-contracts.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, UserId } from '#shared/kernel/id.ts';

export type Verdict = 'waiting' | 'accepted' | 'declined';

/** What the lawyer wrote to one place. */
export type ComparedPlace = { readonly note: string };

/** A contract that came back, compared with the one that was sent. */
export type Comparison = {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly version: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly format: 'docx' | 'pdf';
  readonly differences: readonly (Difference & ComparedPlace)[];
  readonly verdict: Verdict;
  readonly at: IsoInstant;
  readonly userId: UserId;
  readonly judgedAt: IsoInstant | null;
  readonly judgedBy: UserId | null;
  readonly comment: string;
};

export type ComparisonReader = {
  readonly get: (id: string) => Comparison | null;
  /** The last one of the document's version; null when nothing came back. */
  readonly lastOf: (documentId: DocumentId, version: number) => Comparison | null;
  /** Newest first. */
  readonly list: (verdict: Verdict | undefined) => readonly Comparison[];
};

export type ComparisonWriter = {
  readonly add: (comparison: Comparison, size: number) => void;
  readonly judge: (
    comparison: Pick<Comparison, 'id' | 'verdict' | 'judgedAt' | 'judgedBy' | 'comment' | 'differences'>,
  ) => void;
};
