import type { IsoDate } from '../../kernel/date.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { Contract } from '../contract/contract.ts';
import type { Order } from '../order/order.ts';
import type { Organisation, Party } from '../party/party.ts';
import type { DocumentKind, Json, Origin } from './document.ts';

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
  /** Carrier, consignors and consignees of the trip by id; our company and the buyer are there too. */
  readonly partiesById: ReadonlyMap<PartyId, Party>;
  /** Printed across the pages: «ДЕМО», «ПРОЕКТ», «КОПИЯ» or nothing. */
  readonly mark: string;
};

/** What a template is filled from, with the origin of every value. */
export type DocumentView = {
  readonly data: { readonly [key: string]: Json };
  readonly origins: Readonly<Record<string, Origin>>;
};
