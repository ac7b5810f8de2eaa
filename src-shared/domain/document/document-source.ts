import type { IsoDate } from '../../kernel/date.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { Contract } from '../contract/contract.ts';
import type { Order } from '../order/order.ts';
import type { Organisation, Party } from '../party/party.ts';
import type { DealTerms } from './deal-terms.ts';
import type { DocumentKind, Json, Origin, Revision } from './document.ts';

/**
 * Everything a document of one order is made from, read once. Rules and view models look only here, so that the same
 * source always gives the same paper.
 */
export type DocumentSource = {
  readonly kind: DocumentKind;
  /** Given when the document is issued; a preview shows the number it would get. */
  readonly number: string;
  readonly date: IsoDate;
  readonly organisation: Organisation;
  readonly buyer: Party;
  readonly order: Order;
  readonly contract: Contract | null;
  /** Our contract with the carrier of the trip; absent or null: none is on file. Client papers never see it. */
  readonly carrierContract?: Contract | null;
  /** Carrier, consignors and consignees of the trip by id; our company and the buyer are there too. */
  readonly partiesById: ReadonlyMap<PartyId, Party>;
  /** Whom we buy the missing goods from, when people named one whose card is on file. */
  readonly supplier?: Party | null;
  /** Printed across the pages: «ДЕМО», «ПРОЕКТ», «КОПИЯ» or nothing. */
  readonly mark: string;
  /** Исправление under construction (line 1а); absent for the original. */
  readonly revision?: Revision | null;
  /** The payment that a счет-фактура on an advance is written for; other kinds ignore it. */
  readonly advance?: AdvancePayment | null;
  /** What the shipment sets off: lines 5 and 5б of its счет-фактура or УПД; absent: nothing. */
  readonly offsetAdvances?: readonly OffsetAdvance[];
  /** Papers of the order that close its shipment, issued or issued together with this one: line 5а of a счет-фактура. */
  readonly closingPapers?: readonly ClosingPaper[];
  /** Other invoices of the order; absent: none. */
  readonly invoices?: readonly InvoiceBeside[];
  /** The offer of the order that is in force; absent or null: none. */
  readonly offer?: OfferBeside | null;
  /** What was agreed beside the lines; absent: nothing. */
  readonly terms?: DealTerms;
};

/** An act or a ТОРГ-12 beside which a счет-фактура stands. */
export type ClosingPaper = {
  readonly kind: Extract<DocumentKind, 'act' | 'torg12'>;
  readonly number: string;
  readonly date: IsoDate;
};

/** An invoice of the order that is in force or is made in the same pack. */
export type InvoiceBeside = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly sum: Kopecks;
  /** What came for it, with tax. */
  readonly paid: Kopecks;
};

/** An offer that was made for the order, and what the client said to it. */
export type OfferBeside = {
  readonly number: string;
  readonly date: IsoDate;
  readonly version: number;
  /** The version to which the client said yes; null: to none yet. */
  readonly agreedVersion: number | null;
  /** Of the version in force. */
  readonly sum: Kopecks;
  readonly validUntil: IsoDate;
};

/** A payment that came before the shipment: the bank's order by which it was made, and its sum with tax. */
export type AdvancePayment = {
  readonly number: string;
  readonly date: IsoDate;
  readonly sum: Kopecks;
  /** When the money came: it fixes rate and regime; absent: on the day of the order. */
  readonly receivedOn?: IsoDate;
};

/** A счет-фактура on an advance, and the payment order behind it where it is known. */
export type OffsetAdvance = {
  readonly number: string;
  readonly date: IsoDate;
  readonly revision?: Revision | null;
  readonly payment?: Pick<AdvancePayment, 'number' | 'date'> | null;
};

/** What a template is filled from, with the origin of every value. */
export type DocumentView = {
  readonly data: { readonly [key: string]: Json };
  readonly origins: Readonly<Record<string, Origin>>;
};
