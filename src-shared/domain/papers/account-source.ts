import type { IsoDate } from '../../kernel/date.ts';
import type { DocumentId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { VatRate } from '../../kernel/vat.ts';
import type { Contract } from '../contract/contract.ts';
import type { AccountKind, DocumentKind } from '../document/document.ts';
import type { Organisation, Party } from '../party/party.ts';
import type { PersonName } from '../grammar/decline-name.ts';

/** What every paper of no order is made from. */
type PaperHead<Kind extends AccountKind> = {
  readonly kind: Kind;
  readonly number: string;
  readonly date: IsoDate;
  readonly organisation: Organisation;
  /** The counterparty; our own company on a price list that is addressed to nobody. */
  readonly party: Party;
  /** Printed across the pages: «ДЕМО», «ПРОЕКТ», «КОПИЯ» or nothing. */
  readonly mark: string;
};

/** A sale or a payment between the two sides: exactly one of the sums is not zero. */
export type TurnoverEntry = {
  readonly date: IsoDate;
  /** «УПД № 12 от 05.11.2026». */
  readonly text: string;
  readonly debit: Kopecks;
  readonly credit: Kopecks;
};

/** Акт сверки, documents.md §12.3. A balance above zero is what the party owes us. */
export type ReconciliationSource = PaperHead<'reconciliation'> & {
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  /** The only contract between the sides; null where there are several or none. */
  readonly contract: Contract | null;
  readonly opening: Kopecks;
  /** Inside the period, oldest first. */
  readonly entries: readonly TurnoverEntry[];
  /** Documents of the sides that are not in roubles: they cannot stand in one column with the others. */
  readonly foreign: readonly string[];
  /** Pairs that look like one sale counted twice. */
  readonly doubles: readonly string[];
};

export type PriceLine = {
  readonly group: string;
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  /** For one unit, tax inside. */
  readonly price: Kopecks;
  readonly rate: VatRate;
};

/** Прайс-лист, documents.md §12.5. */
export type PriceListSource = PaperHead<'price-list'> & {
  readonly validTo: IsoDate | null;
  readonly lines: readonly PriceLine[];
};

/** An issued document as a list of papers names it. */
export type ListedDocument = {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly sum: Kopecks;
  /** Sheets of one copy; null where nobody counted them, and the place is left for a pen. */
  readonly pages: number | null;
  readonly copies: number;
  readonly returned: number;
  /** «145» and what tells the trip; empty where there is none. */
  readonly orderText: string;
  readonly isAnnulled: boolean;
  readonly isElectronic: boolean;
};

export const SENDING_WAYS = ['post', 'courier', 'hand'] as const;
export type SendingWay = (typeof SENDING_WAYS)[number];

/** Реестр передаваемых документов, documents.md §12.7. */
export type RegisterSource = PaperHead<'closing-register'> & {
  readonly documents: readonly ListedDocument[];
  readonly via: SendingWay;
  readonly trackNumber: string;
  /** Until when the signed copies are waited for; null: not named. */
  readonly returnUntil: IsoDate | null;
};

/** Письмо-напоминание о документах. */
export type ReminderSource = PaperHead<'reminder'> & {
  readonly documents: readonly ListedDocument[];
  readonly returnUntil: IsoDate;
};

export type Passport = {
  readonly series: string;
  readonly number: string;
  readonly issuedBy: string;
  readonly issuedOn: IsoDate | null;
};

/** Who receives the goods for us. Personal data: printed and frozen in the paper, never logged. */
export type Attorney = PersonName & { readonly position: string; readonly passport: Passport };

export type GoodsLine = { readonly name: string; readonly unitName: string; readonly quantity: string };

/** Доверенность М-2, documents.md §12.2: the party is the supplier who releases the goods. */
export type ProxySource = PaperHead<'proxy-goods'> & {
  readonly attorney: Attorney;
  readonly validTo: IsoDate;
  /** «Счет № 145 от 16.11.2026»: by which paper the goods are released; may be empty. */
  readonly orderDocument: string;
  readonly goods: readonly GoodsLine[];
};

/** A paper that is made from no order: from the dealings with a party, a list or what a person typed. */
export type AccountSource = ReconciliationSource | PriceListSource | RegisterSource | ReminderSource | ProxySource;
