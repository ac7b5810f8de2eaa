import type { IsoDate, IsoInstant } from '../../kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { Medium } from '../party/party.ts';
import type { OriginSource } from '../order/order.ts';

/** Codes of the first document kinds; the command line and `templates/<kind>/` use the same words. */
export const DOCUMENT_KINDS = ['invoice', 'contract-supply', 'contract-services', 'act', 'upd', 'waybill'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Number series of documents.md §17; kinds that share a series share the class. */
export const NUMBER_CLASSES = ['invoice', 'contract', 'factura', 'act', 'waybill'] as const;
export type NumberClass = (typeof NUMBER_CLASSES)[number];

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

/** A document that has a number. It is never edited; a change makes a new version (documents.md D9). */
export type IssuedDocument = {
  readonly id: DocumentId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly orderId: OrderId;
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
};
