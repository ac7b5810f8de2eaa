import type { IncomingKind, IncomingPaper } from '#shared/domain/incoming/incoming.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { OneCCursor, OneCPeriod } from './one-c.ts';
import type { Page, PageRequest } from './page.ts';

/** A scan or a file of the paper in the file store. */
export type IncomingFile = { readonly name: string; readonly sha256: string; readonly size: number };

/** An entered paper with what the base knows of it. */
export type StoredIncoming = IncomingPaper & {
  /** Our own number of the entry, growing through the base. */
  readonly entry: number;
  readonly file: IncomingFile | null;
  readonly partyName: string;
  readonly organisationName: string;
  /** Empty for a paper of no order. */
  readonly orderNumber: string;
  /** What went out for it: payments less what came back. */
  readonly paid: Kopecks;
  readonly annulReason: string;
};

export type IncomingFilter = {
  readonly text?: string | undefined;
  readonly kind?: IncomingKind | undefined;
  readonly organisationId?: PartyId | undefined;
  readonly partyId?: PartyId | undefined;
  readonly orderId?: OrderId | undefined;
  readonly state?: IncomingPaper['state'] | undefined;
};

export type IncomingTotals = {
  readonly kind: IncomingKind;
  readonly count: number;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
};

/** A paper for 1C; `sentState` is what the last export said of it, null when it never went. */
export type IncomingForOneC = {
  readonly paper: StoredIncoming;
  readonly cursor: OneCCursor;
  readonly sentState: IncomingPaper['state'] | null;
};

export type IncomingReader = {
  readonly get: (id: DocumentId) => StoredIncoming | null;
  /** Newest first. */
  readonly list: (filter: IncomingFilter, page: PageRequest) => Page<StoredIncoming>;
  /** The entered paper of the same writer with this number and year. */
  readonly sameNumber: (paper: IncomingPaper) => StoredIncoming | null;
  /** Entered papers of a company in a period, by date, rank of the kind, then age. */
  readonly forOneC: (
    period: OneCPeriod,
    rankByKind: ReadonlyMap<string, number>,
    after: OneCCursor,
    limit: number,
  ) => readonly IncomingForOneC[];
  readonly totals: (period: OneCPeriod) => readonly IncomingTotals[];
};

export type IncomingWriter = {
  readonly insert: (paper: IncomingPaper) => void;
  readonly attach: (id: DocumentId, file: IncomingFile) => void;
  readonly annul: (id: DocumentId, at: IsoInstant, by: UserId, reason: string) => void;
};
