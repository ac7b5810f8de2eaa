import type { IsoDate, IsoInstant } from '../../kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '../../kernel/id.ts';
import { sumMoney, type Kopecks } from '../../kernel/money.ts';
import { splitGross, type VatRate } from '../../kernel/vat.ts';
import type { LineKind } from '../order/order.ts';

/** Papers that suppliers and carriers write to us (seed LUX-19, MOG-48, GAP-81). */
export const INCOMING_KINDS = ['supplierInvoice', 'incomingAct', 'incomingFactura', 'incomingUpd'] as const;
export type IncomingKind = (typeof INCOMING_KINDS)[number];

/** Bills: what money goes out by. */
export const BILL_KINDS: readonly string[] = ['supplierInvoice'];

export const INCOMING_TITLES: Readonly<Record<IncomingKind, string>> = {
  supplierInvoice: 'Счёт поставщика',
  incomingAct: 'Акт поставщика',
  incomingFactura: 'Счёт-фактура полученный',
  incomingUpd: 'УПД поставщика',
};

export const isIncomingKind = (kind: string): kind is IncomingKind => INCOMING_KINDS.some((known) => known === kind);

/** A line as the paper shows it; `gross` is with the tax inside. A paper entered by one sum has a line a rate. */
export type IncomingLine = {
  readonly kind: LineKind;
  readonly name: string;
  /** Decimal text with a point. */
  readonly quantity: string;
  readonly unitName: string;
  readonly gross: Kopecks;
  readonly vat: Kopecks;
  readonly rate: VatRate;
};

export type IncomingState = 'entered' | 'annulled';

/** A paper as it was entered. What its number, date and sums are is the writer's word, so they never change here. */
export type IncomingPaper = {
  readonly id: DocumentId;
  readonly kind: IncomingKind;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly orderId: OrderId | null;
  /** Of the paper itself, given by its writer. */
  readonly number: string;
  readonly date: IsoDate;
  readonly receivedOn: IsoDate;
  /** Until when it is to be paid; null when nobody said. */
  readonly dueOn: IsoDate | null;
  readonly lines: readonly IncomingLine[];
  readonly sum: Kopecks;
  readonly vat: Kopecks;
  readonly comment: string;
  readonly state: IncomingState;
  readonly enteredAt: IsoInstant;
  readonly enteredBy: UserId;
};

export type IncomingFault =
  | { readonly code: 'sum'; readonly expected: Kopecks; readonly found: Kopecks }
  | { readonly code: 'vat'; readonly expected: Kopecks; readonly found: Kopecks }
  | { readonly code: 'rate'; readonly line: IncomingLine; readonly expected: Kopecks }
  | { readonly code: 'notPositive' };

/** Tax is rounded line by line, so a sum of many lines may stand some kopecks away from the tax of the sum. */
export const TAX_TOLERANCE = 100n;

const apart = (one: Kopecks, other: Kopecks): bigint => (one > other ? one - other : other - one);

/** Do lines and totals of a paper add up? Null when they do. */
export const checkSums = ({ lines, sum, vat }: Pick<IncomingPaper, 'lines' | 'sum' | 'vat'>): IncomingFault | null => {
  if (sum <= 0n || lines.some(({ gross }) => gross <= 0n)) return { code: 'notPositive' };
  const [gross, tax] = [sumMoney(lines.map((line) => line.gross)), sumMoney(lines.map((line) => line.vat))];
  if (gross !== sum) return { code: 'sum', expected: sum, found: gross };
  for (const line of lines) {
    const expected = splitGross(line.gross, line.rate).vat;
    if (apart(line.vat, expected) > TAX_TOLERANCE) return { code: 'rate', line, expected };
  }
  return tax === vat ? null : { code: 'vat', expected: vat, found: tax };
};
