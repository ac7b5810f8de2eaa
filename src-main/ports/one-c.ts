import type { DocumentKind, DocumentState, IssuedDocument, Snapshot } from '#shared/domain/document/document.ts';
import type { IncomingKind } from '#shared/domain/incoming/incoming.ts';
import type { EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Kopecks } from '#shared/kernel/money.ts';

/** Papers of one company in a period, both days included. */
export type OneCPeriod = { readonly organisationId: PartyId; readonly from: IsoDate; readonly to: IsoDate };

/** Where the reading of a period stands; `null` is its beginning. */
export type OneCCursor = { readonly date: IsoDate; readonly rank: number; readonly seq: number } | null;

/** A document in force with the snapshot of its version. */
export type RegisteredPaper = {
  readonly document: Omit<IssuedDocument, 'files'>;
  readonly snapshot: Snapshot;
  readonly cursor: OneCCursor;
  /** What the last export of this document carried; null when it never went. */
  readonly sent: { readonly version: number; readonly contentHash: string; readonly state: DocumentState } | null;
};

/** Totals of the register by kind, over documents in force. */
export type RegisterTotals = {
  readonly kind: DocumentKind;
  readonly count: number;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
};

export type OneCExport = {
  readonly id: string;
  readonly organisationId: PartyId;
  readonly dateFrom: IsoDate;
  readonly dateTo: IsoDate;
  readonly format: EdVersion;
  readonly onlyChanged: boolean;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly documents: number;
  readonly madeAt: IsoInstant;
  readonly madeBy: UserId;
  readonly acceptedAt: IsoInstant | null;
  readonly acceptedBy: UserId | null;
};

export type ExportedDocument = {
  readonly documentId: DocumentId;
  /** A paper of a supplier: it has no versions. */
  readonly isIncoming: boolean;
  readonly version: number;
  readonly contentHash: string;
  readonly isAnnulled: boolean;
};

/** A document that went and is another now. */
export type ChangedPaper = {
  readonly documentId: DocumentId;
  readonly isIncoming: boolean;
  readonly kind: DocumentKind | IncomingKind;
  readonly orderId: OrderId | null;
  readonly number: string;
  readonly date: IsoDate;
  readonly partyName: string;
  readonly sum: Kopecks;
  readonly version: number;
  readonly contentHash: string;
  readonly reason: 'reissued' | 'annulled';
  readonly sentAt: IsoInstant;
};

export type OneCReader = {
  /** Papers of the given kinds in force: by date, then rank of the kind, then age; at most `limit` after the cursor. */
  readonly papers: (
    period: OneCPeriod,
    rankByKind: ReadonlyMap<string, number>,
    after: OneCCursor,
    limit: number,
  ) => readonly RegisteredPaper[];
  readonly registerTotals: (period: OneCPeriod) => readonly RegisterTotals[];
  readonly changed: (organisationId: PartyId | null, limit: number) => readonly ChangedPaper[];
  readonly get: (id: string) => OneCExport | null;
  readonly list: (
    organisationId: PartyId | null,
    page: { readonly limit: number; readonly offset: number },
  ) => {
    readonly total: number;
    readonly items: readonly OneCExport[];
  };
};

export type OneCWriter = {
  readonly record: (made: OneCExport, documents: readonly ExportedDocument[]) => void;
  readonly accept: (id: string, at: IsoInstant, by: UserId) => void;
};
