import type { IsoDate } from '../../kernel/date.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { VatRate } from '../../kernel/vat.ts';
import type { Contract } from '../contract/contract.ts';
import type { Party } from '../party/party.ts';

/**
 * What a paper of ours becomes in 1C (formats/README.md §0): an invoice is an order of the customer, because Бухгалтерия
 * skips `СчетПокупателю` without a word.
 */
export const ONE_C_ROLES = ['order', 'sale', 'factura', 'supplierInvoice', 'purchase', 'purchaseFactura'] as const;
export type OneCRole = (typeof ONE_C_ROLES)[number];

/** A line as it was printed. Sums are with the tax inside; `price` is of one unit, tax inside too. */
export type OneCLine = {
  readonly kind: 'goods' | 'service';
  readonly code: string;
  /** Name of the card in 1C: for a trip the common name of the service, the trip itself is in `content`. */
  readonly product: string;
  readonly content: string;
  readonly unitName: string;
  readonly unitCode: string;
  /** Decimal text with a point. */
  readonly quantity: string;
  readonly price: Kopecks;
  readonly gross: Kopecks;
  readonly vat: Kopecks;
  readonly rate: VatRate;
};

/** Another paper that this one leans on. */
export type PaperReference = { readonly id: string; readonly number: string; readonly date: IsoDate };

/** A document of the register with all that 1C is told of it; `sum` and `vat` are the register's own. */
export type OneCPaper = {
  readonly id: string;
  readonly role: OneCRole;
  /** «УПД», «Акт»: for the manifest and for messages. */
  readonly title: string;
  readonly number: string;
  readonly date: IsoDate;
  /** Shipment or completion: it fixes the rate (documents.md §2.1). */
  readonly taxDate: IsoDate;
  /** An исправление in force: 1C is told its number, and the old rate stays. */
  readonly revision: { readonly number: string; readonly date: IsoDate } | null;
  readonly organisation: Party;
  readonly party: Party;
  readonly contract: Contract | null;
  /** ISO 4217 letters. */
  readonly currency: string;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
  readonly lines: readonly OneCLine[];
  /** The счет-фактура is the same sheet: УПД of status 1. */
  readonly isFacturaToo: boolean;
  readonly isUpd: boolean;
  readonly isElectronic: boolean;
  readonly consignor: Party | null;
  readonly consignee: Party | null;
  readonly deliveryAddress: string;
  readonly transport: string;
  /** The invoice of the same order, or the carrier's invoice before his act. */
  readonly invoice: PaperReference | null;
  /** What a счет-фактура was written for; the number and date may also be our own receipt of a carrier's paper. */
  readonly basis: PaperReference | null;
  /** Number and date on the carrier's own paper, and the day we got it. */
  readonly incoming: { readonly number: string; readonly date: IsoDate; readonly receivedOn?: IsoDate } | null;
  readonly comment: string;
  /** Characters were taken out of its texts that no XML can carry. */
  readonly isCleaned: boolean;
};
