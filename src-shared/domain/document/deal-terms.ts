import { parseIsoDate, type IsoDate } from '../../kernel/date.ts';
import { kopecks, ZERO, type Kopecks } from '../../kernel/money.ts';
import type { FieldValue, Fields } from '../process/state.ts';

/** How the goods get to the client (PRD-20, PRD-50). */
export type DeliveryTerms = {
  readonly way: 'delivery' | 'pickup' | null;
  /** Who carries it; empty: we do. */
  readonly company: string;
  readonly address: string;
  readonly recipient: string;
  readonly cost: Kopecks | null;
  readonly trackNumber: string;
  readonly shipDate: IsoDate | null;
  readonly comment: string;
};

/** What is to be bought for the order (MSK-66). */
export type PurchaseTerms = {
  /** The supplier as people named him. */
  readonly supplier: string;
  /** «Чашка, 5 шт», a line each. */
  readonly lines: readonly string[];
  readonly expectedOn: IsoDate | null;
};

/**
 * What was agreed beside the lines of an order and lives in its process: people fill it in on the stages, papers print it. The names
 * of the fields are those of the shipped definitions; a process that has none of them agrees nothing.
 */
export type DealTerms = {
  /** Sum of the first payment; null: nobody named one. */
  readonly prepayment: Kopecks | null;
  /** The last day for the work. */
  readonly deadline: IsoDate | null;
  /** How the goods are branded: «УФ-печать, 2 цвета». */
  readonly branding: string;
  /** Until when the prices of an offer stand; null: as usual. */
  readonly offerValidUntil: IsoDate | null;
  readonly delivery: DeliveryTerms;
  readonly purchase: PurchaseTerms;
};

const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '');

const dayOf = (value: FieldValue | undefined): IsoDate | null => {
  const parsed = parseIsoDate(textOf(value).slice(0, 10));
  return parsed.ok ? parsed.value : null;
};

/** Sums of processes are whole kopecks in a plain number. */
const moneyOf = (value: FieldValue | undefined): Kopecks | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? kopecks(BigInt(value)) : null;

const wayOf = (value: FieldValue | undefined): DeliveryTerms['way'] =>
  value === 'delivery' || value === 'pickup' ? value : null;

/** Reads the fields of an order's processes; what is not of its type is not agreed. */
export const termsOf = (fields: Fields): DealTerms => ({
  prepayment: moneyOf(fields['prepaymentSum']),
  deadline: dayOf(fields['deadline']),
  branding: textOf(fields['branding']),
  offerValidUntil: dayOf(fields['offerValidUntil']),
  delivery: {
    way: wayOf(fields['deliveryKind']),
    company: textOf(fields['logisticsCompany']),
    address: textOf(fields['address']),
    recipient: textOf(fields['recipient']),
    cost: moneyOf(fields['deliveryCost']) ?? (fields['deliveryCost'] === 0 ? ZERO : null),
    trackNumber: textOf(fields['trackNumber']),
    shipDate: dayOf(fields['shipDate']),
    comment: textOf(fields['deliveryComment']),
  },
  purchase: {
    supplier: textOf(fields['supplier']),
    lines: Array.isArray(fields['missingLines']) ? fields['missingLines'] : [],
    expectedOn: dayOf(fields['expectedDate']),
  },
});

/** An order that runs by no process, or by one that knows none of it. */
export const NO_TERMS: DealTerms = termsOf({});
