import type { IsoDate } from '../../kernel/date.ts';
import type { ContractId, DocumentId, OrderId, PartyId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { OperationDirection } from '../bank/operation.ts';

/** The fields that only a payment to the budget carries (formats §1.4); empty text where the file has none. */
export type BudgetFields = {
  /** ПоказательКБК, 20 digits. */
  readonly kbk: string;
  /** ОКАТО, that is ОКТМО. */
  readonly oktmo: string;
  /** СтатусСоставителя. */
  readonly payerStatus: string;
};

/** An operation of a statement as the matcher sees it; every one gets exactly one proposal. */
export type MatchOperation = {
  readonly id: string;
  /** The company of ours whose account it is. */
  readonly organisationId: PartyId;
  readonly direction: OperationDirection;
  /** Day of booking. */
  readonly date: IsoDate;
  /** Above zero. */
  readonly sum: Kopecks;
  /** The side that is not this account of ours; checked ИНН and КПП or null. */
  readonly counterparty: {
    readonly name: string;
    readonly inn: string | null;
    readonly kpp: string | null;
    readonly account: string;
    readonly bic: string;
  };
  /** «Платежное поручение», «Банковский ордер» …: any text. */
  readonly kind: string;
  readonly purpose: string;
  readonly budget: BudgetFields | null;
};

export const OPEN_ITEM_KINDS = ['invoice', 'contractInvoice', 'carrierBill', 'supplierBill'] as const;
export type OpenItemKind = (typeof OPEN_ITEM_KINDS)[number];

/** Another paper of the same deal whose number a payer may write instead of the invoice's. */
export type RelatedPaper = {
  readonly kind: 'upd' | 'factura' | 'act' | 'waybill' | 'order';
  readonly number: string;
  readonly date: IsoDate | null;
};

/**
 * What money can be put on: an invoice of ours (`incoming`) or a bill of a carrier or supplier (`outgoing`). Paid ones
 * with `outstanding` 0 are welcome too: by them a payment made twice and a refund are recognised; none gets an allocation.
 */
export type OpenItem = {
  readonly documentId: DocumentId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly direction: 'incoming' | 'outgoing';
  readonly kind: OpenItemKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly orderId: OrderId | null;
  /** Empty when there is no order. */
  readonly orderNumber: string;
  readonly contractId: ContractId | null;
  /** «12/26», empty when there is no contract. */
  readonly contractNumber: string;
  readonly sum: Kopecks;
  readonly outstanding: Kopecks;
  /** Rates of its lines in per cent; 0 stands for «без НДС» as well. */
  readonly vatRates: readonly number[];
  /** Numbers of УПД, act, waybill … of the same order. */
  readonly papers: readonly RelatedPaper[];
};

export type MatchContract = {
  readonly id: ContractId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly number: string;
  readonly date: IsoDate;
};

export type MatchParty = {
  readonly id: PartyId;
  readonly inn: string;
  readonly kpp: string;
  /** Short, full and other names, with the legal form. */
  readonly names: readonly string[];
  readonly accounts: readonly string[];
  /** Parties of one group may pay for each other, after a person agreed; null: on its own. */
  readonly groupId: string | null;
};

/** A company of ours: money between such companies or their accounts is a transfer, never a payment. */
export type MatchOrganisation = {
  readonly id: PartyId;
  readonly inn: string;
  readonly names: readonly string[];
  readonly accounts: readonly string[];
};

/**
 * What an operation is. `payment`: for the documents in `allocations`; `advance`: money of a known party before any
 * document; `refund`: money going back (to a client, or from a supplier); `unknown`: a person decides.
 */
export const PROPOSAL_KINDS = [
  'payment',
  'advance',
  'refund',
  'ownTransfer',
  'fee',
  'interest',
  'tax',
  'salary',
  'cash',
  'loan',
  'notOurs',
  'unknown',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/**
 * What a person's correction taught, visible and editable. It applies when everything named in `when` holds; texts are
 * compared without case and ё. The rule with the most conditions wins, then the one with the smallest id.
 */
export type MatchRule = {
  readonly id: string;
  /** null: for every company of ours. */
  readonly organisationId: PartyId | null;
  readonly direction: 'incoming' | 'outgoing' | null;
  /** A person wants to see each operation: what the rule decides never posts itself. */
  readonly asks?: boolean | undefined;
  readonly when: {
    readonly inn?: string | undefined;
    readonly account?: string | undefined;
    readonly nameContains?: string | undefined;
    readonly purposeContains?: string | undefined;
  };
  readonly then:
    | { readonly kind: Exclude<ProposalKind, 'payment' | 'unknown'>; readonly partyId: PartyId | null }
    /** «Этот плательщик платит за …»: documents are then looked for at that party. */
    | { readonly kind: 'payment'; readonly partyId: PartyId };
};

export type MatchThresholds = {
  /** Least confidence that posts itself, 0.95 by default. */
  readonly auto: number;
  /** Least confidence that is proposed for one key press, 0.5 by default; below it a person searches. */
  readonly confirm: number;
  /** How much an underpayment may be a matter of rounding, 1 rouble by default. */
  readonly rounding: Kopecks;
  /** Greatest commission a payer's bank may have kept, in hundredths of a per cent of the sum; 300 by default. */
  readonly commissionBasisPoints: number;
};

export type MatchInput = {
  readonly operations: readonly MatchOperation[];
  readonly openItems: readonly OpenItem[];
  readonly contracts: readonly MatchContract[];
  readonly parties: readonly MatchParty[];
  readonly organisations: readonly MatchOrganisation[];
  readonly rules: readonly MatchRule[];
  /** By our company; who is absent has the defaults (`DEFAULT_THRESHOLDS`). */
  readonly thresholdsByOrganisation: ReadonlyMap<PartyId, MatchThresholds>;
};

/** «сам» · «подтвердить» · «разобрать». */
export const MATCH_ZONES = ['auto', 'confirm', 'manual'] as const;
export type MatchZone = (typeof MATCH_ZONES)[number];

export type Allocation = { readonly documentId: DocumentId; readonly sum: Kopecks };

/** What would be left of a document after the payment and is not expected to come; a person agrees to write it off. */
export type WriteOff = Allocation & { readonly reason: 'rounding' | 'commission' };

export type MatchWarning =
  /** The rate in the purpose is none of the document's (product.md C11). */
  | {
      readonly code: 'vat.rate';
      readonly rate: number;
      readonly expected: readonly number[];
      readonly documentId: DocumentId | null;
    }
  /** The number in the purpose belongs to a document that is already paid. */
  | { readonly code: 'document.paid'; readonly documentId: DocumentId }
  /** More came than is owed by the documents named. */
  | { readonly code: 'sum.over'; readonly over: Kopecks }
  | { readonly code: 'sum.partial'; readonly left: Kopecks }
  /** The payer is not the party of the document. */
  | { readonly code: 'payer.other'; readonly payerName: string; readonly partyId: PartyId }
  /** Several parties of that name. */
  | { readonly code: 'payer.twins'; readonly partyIds: readonly PartyId[] }
  /** A card has this account or name, and another ИНН. */
  | { readonly code: 'payer.innDiffers'; readonly partyId: PartyId }
  /** Another operation of the same payer, sum and purpose on the same day. */
  | { readonly code: 'operation.twin'; readonly operationId: string };

/**
 * One per operation. `sum of operation = Σ allocations + remainder`, always; for other kinds than `payment` there are
 * no allocations and the remainder is the whole sum.
 */
export type MatchProposal = {
  readonly operationId: string;
  readonly zone: MatchZone;
  readonly kind: ProposalKind;
  readonly partyId: PartyId | null;
  readonly allocations: readonly Allocation[];
  readonly writeOffs: readonly WriteOff[];
  /** What no document takes: an advance of the party. */
  readonly remainder: Kopecks;
  /** 0…1. */
  readonly confidence: number;
  /** One Russian sentence for the accountant. */
  readonly why: string;
  readonly warnings: readonly MatchWarning[];
  /** Other documents that a person may have meant, best first, at most five. */
  readonly candidates: readonly DocumentId[];
  /** The learned rule that decided; null when none did. */
  readonly ruleId: string | null;
};
