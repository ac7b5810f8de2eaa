import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import type { PaperState } from '#shared/domain/signing/course.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { DocumentSummary } from './document-summary.ts';
import type { PageRequest } from './page.ts';

/** What the register over all media is asked; every part narrows it. */
export type RegisterFilter = {
  readonly text?: string | undefined;
  readonly organisationId?: PartyId | undefined;
  readonly partyId?: PartyId | undefined;
  readonly orderId?: OrderId | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly medium?: Medium | undefined;
  readonly states?: readonly PaperState[] | undefined;
  readonly isAwaited?: boolean | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

export type RegisterSort = 'date' | 'sum' | 'counterparty' | 'number' | 'sentOn' | 'state';

/** Documents that share what the filters with numbers look at. */
export type RegisterGroup = {
  readonly state: PaperState;
  readonly isAwaited: boolean;
  readonly count: number;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
};

export type RegisterRow = DocumentSummary & { readonly managerName: string };

export type GateOverride = {
  readonly orderId: OrderId;
  readonly userId: UserId;
  readonly role: string;
  readonly reason: string;
  readonly at: IsoInstant;
};

export type EpdStatus = 'none' | 'prepared' | 'signedByShipper' | 'accepted' | 'delivered' | 'refused';
export type EpdState = { readonly operator: string; readonly etrnStatus: EpdStatus; readonly orderStatus: EpdStatus };

export type RegisterReader = {
  readonly rows: (
    filter: RegisterFilter,
    sort: RegisterSort,
    descending: boolean,
    page: PageRequest,
  ) => readonly RegisterRow[];
  readonly groups: (filter: RegisterFilter) => readonly RegisterGroup[];
  /** The last one; null while nobody opened the gate. */
  readonly overrideOf: (orderId: OrderId) => GateOverride | null;
  readonly epdOf: (orderId: OrderId) => EpdState | null;
};

export type RegisterWriter = {
  readonly addOverride: (override: GateOverride) => void;
  readonly saveEpd: (orderId: OrderId, state: EpdState) => void;
};
