import type { IsoDate } from '../../kernel/date.ts';
import type { ContractId, PartyId } from '../../kernel/id.ts';

export const CONTRACT_KINDS = ['supply', 'services', 'carriage', 'forwarding', 'work', 'carrier'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

export const PAYMENT_EVENTS = ['prepayment', 'shipment', 'originals', 'scan', 'invoice'] as const;
export type PaymentEvent = (typeof PAYMENT_EVENTS)[number];

export const DAY_KINDS = ['calendar', 'working', 'banking'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A framework contract between one of our companies and a counterparty (documents.md §3.3, §6). */
export type Contract = {
  readonly id: ContractId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly kind: ContractKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly validTo: IsoDate | null;
  readonly autoProlong: boolean;
  readonly subject: string;
  readonly paymentEvent: PaymentEvent;
  readonly paymentDays: number;
  readonly paymentDayKind: DayKind;
  /** Words of the VAT clause; a rate of another year inside them is warned about (R-C2). */
  readonly vatClause: string;
  readonly city: string;
  readonly revision: number;
};
