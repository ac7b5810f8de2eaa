import type { Approval, ApprovalState } from '#shared/domain/signing/approvals.ts';
import type { OurCopy, PaperState, Route, TheirCopy, Way } from '#shared/domain/signing/course.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, UserId } from '#shared/kernel/id.ts';

/** Where a document and its copies stand, as the base keeps it. */
export type PaperWay = {
  readonly route: Route;
  readonly ourCopy: OurCopy;
  readonly theirCopy: TheirCopy;
  readonly paperState: PaperState;
  /** Our copy with their signature is waited for. */
  readonly isAwaited: boolean;
  readonly way: Way | null;
  readonly track: string;
  readonly sentOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
};

export type StoredApproval = Approval & {
  readonly documentId: DocumentId;
  readonly version: number;
  readonly askedAt: IsoInstant;
  readonly askedBy: UserId;
  readonly decidedAt: IsoInstant | null;
  readonly decidedBy: UserId | null;
  readonly comment: string;
};

/** Who signed, when and by what authority; never deleted. */
export type Signature = {
  readonly documentId: DocumentId;
  readonly version: number;
  readonly side: 'us' | 'them';
  readonly signatory: string;
  readonly authority: string;
  readonly signedOn: IsoDate;
  readonly at: IsoInstant;
  readonly userId: UserId;
};

export type DocumentScan = {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly version: number;
  readonly name: string;
  readonly sha256: string;
  /** Null where nobody counted. */
  readonly pages: number | null;
  readonly at: IsoInstant;
  readonly userId: UserId;
};

export type SigningReader = {
  /** Oldest first, of every version. */
  readonly approvalsOf: (id: DocumentId) => readonly StoredApproval[];
  readonly waitingApprovals: () => readonly StoredApproval[];
  readonly signaturesOf: (id: DocumentId) => readonly Signature[];
  /** How many of our signatures were registered for that day. */
  readonly signedOn: (date: IsoDate) => number;
  readonly scansOf: (id: DocumentId) => readonly DocumentScan[];
};

export type SigningWriter = {
  /**
   * Moves a document on from the way it was read at; false when somebody was first, and nothing is written then.
   * `before` is the way that the decision was made on.
   */
  readonly move: (id: DocumentId, before: PaperWay, after: PaperWay) => boolean;
  readonly addApprovals: (approvals: readonly StoredApproval[]) => void;
  readonly setApproval: (
    id: string,
    state: ApprovalState,
    decision: { readonly at: IsoInstant; readonly by: UserId; readonly comment: string } | null,
  ) => void;
  readonly addSignature: (signature: Signature) => void;
  /** The same file twice is once. */
  readonly addScan: (scan: DocumentScan, size: number) => void;
};
