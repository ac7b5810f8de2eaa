import type { IsoDate, IsoInstant } from '../../kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { LaidPicture } from './facsimile.ts';
import type { Medium } from '../party/party.ts';
import type { OriginSource } from '../order/order.ts';

/** Papers that belong to no order: made from the dealings with a party, from a list or from what a person typed. */
export const ACCOUNT_KINDS = ['reconciliation', 'closing-register', 'reminder', 'price-list', 'proxy-goods'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Codes of the first document kinds; the command line and `templates/<kind>/` use the same words. */
export const DOCUMENT_KINDS = [
  'offer',
  'invoice',
  'invoice-advance',
  'invoice-rest',
  'invoice-contract',
  'contract-supply',
  'contract-services',
  'contract-design',
  'contract-production',
  'specification',
  'vat-agreement',
  'production-order',
  'delivery-sheet',
  'supplier-order',
  'contract-carriage',
  'contract-forwarding',
  'request-customer',
  'contract-request-customer',
  'forwarder-order',
  'contract-carrier',
  'request-carrier',
  'contract-request-carrier',
  'proxy-carriage',
  'act',
  'upd',
  'factura',
  'factura-advance',
  'torg12',
  'waybill',
  'ttn',
  'cmr',
  ...ACCOUNT_KINDS,
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What an order can make. */
export type OrderKind = Exclude<DocumentKind, AccountKind>;

export const isAccountKind = (kind: DocumentKind): kind is AccountKind => ACCOUNT_KINDS.some((known) => known === kind);

export const ORDER_KINDS: readonly OrderKind[] = DOCUMENT_KINDS.filter((kind) => !isAccountKind(kind));

/** Number series of documents.md §17; kinds that share a series share the class. */
export const NUMBER_CLASSES = [
  'invoice',
  'contract',
  'factura',
  'act',
  'waybill',
  'torg12',
  'offer',
  'request',
  'carrier-request',
  'carrier-contract',
  'forwarder-order',
  'production-order',
  'delivery-sheet',
  'supplier-order',
  'proxy',
  'cmr',
  'reconciliation',
  'price-list',
  'register',
  'letter',
] as const;
/** A series inside one contract, by its id: спецификации and дополнительные соглашения are counted from 1 in each. */
type ContractSeries = `${'specification' | 'agreement'}:${string}`;
export type NumberClass = (typeof NUMBER_CLASSES)[number] | ContractSeries;

export const isContractSeries = (numberClass: NumberClass): numberClass is ContractSeries => numberClass.includes(':');

/** Where a printed value came from. */
export type Origin = {
  readonly source: OriginSource;
  /** Field of the model that holds the value, `buyer.inn`, `order.lines[0].price`: what the window opens to mend it. */
  readonly field: string;
};

/** A JSON value: what a template is filled from. Money and dates are already printed text there. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * All that a document needs to be printed again, frozen when it is issued (documents.md D8): later edits of cards,
 * orders, rates or templates do not reach it.
 */
export type Snapshot = {
  readonly kind: DocumentKind;
  /** Edition of the form by the document's date, e.g. `upd-2026-04-01`. */
  readonly edition: string;
  readonly templateSha256: string;
  readonly data: { readonly [key: string]: Json };
  /** Path inside `data` → origin of the value. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Of an исправление; absent in the original and in a version that replaces it silently. */
  readonly revision?: Revision | null;
  /** Pictures of a stamp and a signature laid on this version; absent: none. */
  readonly facsimile?: readonly LaidPicture[] | null;
  /** Why this version was made, in a person's words; empty where nobody was asked. */
  readonly reason?: string;
};

export const DOCUMENT_STATES = ['issued', 'annulled'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const FILE_FORMATS = ['docx', 'pdf'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type DocumentFile = {
  readonly format: FileFormat;
  readonly sha256: string;
  readonly size: number;
  /** Name for people: «Счет 1204 от 20.11.2026 Гастроном на Площади.docx». */
  readonly name: string;
  /** True for a PDF that only approximates the pages (printed by a browser). */
  readonly isDraft: boolean;
};

/** Исправление № … от … of a счет-фактура: line 1а of its form. The original's number and date stay (documents.md D9, §9). */
export type Revision = { readonly number: number; readonly date: IsoDate };

/** A document that has a number. It is never edited; a change makes a new version (documents.md D9). */
export type IssuedDocument = {
  readonly id: DocumentId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  /** Null for a paper that belongs to no order: акт сверки, прайс-лист, опись. */
  readonly orderId: OrderId | null;
  readonly kind: DocumentKind;
  readonly numberClass: NumberClass;
  readonly number: string;
  readonly date: IsoDate;
  readonly version: number;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
  readonly state: DocumentState;
  readonly medium: Medium;
  readonly issuedAt: IsoInstant;
  readonly issuedBy: UserId;
  /** Fingerprint of the data it was made from; differs from the order's present one when the document is stale. */
  readonly contentHash: string;
  readonly files: readonly DocumentFile[];
  /** The исправление that is in force; absent while the original is. */
  readonly revision?: Revision | null;
};
