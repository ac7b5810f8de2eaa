import type { BankOperation } from '#shared/domain/bank/operation.ts';
import type { StatementPeriod } from '#shared/domain/bank/statement.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { MatchRule, MatchThresholds, ProposalKind, WriteOff } from '#shared/domain/matching/types.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { ContractId, DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Page, PageRequest } from './page.ts';

/** One statement file that was taken, without its operations. */
export type StatementImport = {
  readonly id: string;
  /** The bank's file, byte for byte, in the file store. */
  readonly fileSha256: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly version: string;
  readonly sender: string;
  readonly importedAt: IsoInstant;
  readonly importedBy: UserId;
  /** Operations that it brought. */
  readonly operations: number;
  /** Operations that were in the base or in the same file already. */
  readonly repeats: number;
  readonly rejected: readonly Problem[];
  readonly warnings: readonly Problem[];
};

export type StatementImportAccount = {
  readonly account: string;
  readonly organisationId: PartyId;
  readonly periods: readonly Omit<StatementPeriod, 'line'>[];
};

export type StoredOperation = Omit<BankOperation, 'duplicateOf' | 'account'> & {
  readonly id: string;
  readonly importId: string;
  readonly organisationId: PartyId;
  /** Empty when the file does not say which of its accounts it is. */
  readonly account: string;
  /** True once it is put on something, whatever that is. */
  readonly isSettled: boolean;
};

/** Who put an operation where: the matcher alone, a person who agreed with it, or a person who chose. */
export const ALLOCATION_WAYS = ['auto', 'confirmed', 'manual'] as const;
export type AllocationWay = (typeof ALLOCATION_WAYS)[number];

/** Sums of an operation's rows without write-offs are the sum of the operation. */
export type AllocationRow = {
  readonly id: string;
  readonly operationId: string;
  readonly kind: Exclude<ProposalKind, 'unknown'>;
  readonly partyId: PartyId | null;
  readonly documentId: DocumentId | null;
  readonly sum: Kopecks;
  /** Set on what is not waited for any more; such a row brings no money. */
  readonly writeOff: WriteOff['reason'] | null;
  readonly how: AllocationWay;
  /** Per cent. */
  readonly confidence: number;
  readonly why: string;
  readonly ruleId: string | null;
  readonly madeAt: IsoInstant;
  readonly madeBy: UserId;
};

/** A row with the operation that it belongs to, as registers read it. */
export type Receipt = AllocationRow & {
  readonly organisationId: PartyId;
  readonly direction: BankOperation['direction'];
  readonly bookedOn: IsoDate;
  readonly number: string;
  readonly date: IsoDate;
  readonly purpose: string;
};

export type StoredRule = Omit<MatchRule, 'then' | 'asks'> & {
  readonly outcome: MatchRule['then'];
  /** Switched off it stays in the list and decides nothing. */
  readonly isOn: boolean;
  readonly asks: boolean;
  /** The import whose operation taught it; null once a person wrote or changed it. */
  readonly taughtBy: string | null;
  readonly madeAt: IsoInstant;
  readonly madeBy: UserId;
};

/** A document that money is put on or that shows a shipment, with what is known of its deal. */
export type DealDocument = {
  readonly id: DocumentId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly orderId: OrderId | null;
  readonly kind: string;
  readonly number: string;
  readonly date: IsoDate;
  readonly sum: Kopecks;
  readonly vat: Kopecks;
  /** What came for it: payments and write-offs less refunds. */
  readonly paid: Kopecks;
  /** Empty for a paper that belongs to no order. */
  readonly orderNumber: string;
  readonly contractId: ContractId | null;
};

export type OperationFilter = {
  readonly importId?: string | undefined;
  readonly isSettled?: boolean | undefined;
  /** Words of the payer's or payee's name, ИНН, account, sum, number or purpose. */
  readonly text?: string | undefined;
};

export type StatementReader = {
  readonly get: (importId: string) => StatementImport | null;
  /** The import of the very same file. */
  readonly withFile: (sha256: string) => StatementImport | null;
  /** Newest first. */
  readonly list: (page: PageRequest) => Page<StatementImport>;
  readonly accountsOf: (importId: string) => readonly StatementImportAccount[];
  /** Periods of an account over all imports by date. */
  readonly periodsOf: (account: string) => readonly Omit<StatementPeriod, 'line'>[];
  /** Accounts that were linked while importing, by account. */
  readonly linkedAccounts: () => ReadonlyMap<string, PartyId>;
  readonly operation: (id: string) => StoredOperation | null;
  readonly operations: (filter: OperationFilter, page: PageRequest) => Page<StoredOperation>;
  /** Ids of the operations that have these keys, by key. */
  readonly withKeys: (keyHashes: readonly string[]) => ReadonlyMap<string, string>;
  /** Another import that needs this one: it brought its operations again, or its account was linked here. */
  readonly dependentOf: (importId: string) => { readonly importId: string; readonly repeats: number } | null;
};

export type StatementWriter = {
  readonly insert: (
    statement: StatementImport,
    accounts: readonly StatementImportAccount[],
    file: { readonly size: number },
  ) => void;
  readonly linkAccount: (account: string, organisationId: PartyId, importId: string) => void;
  readonly insertOperation: (operation: StoredOperation, keyHash: string) => void;
  readonly insertRepeat: (importId: string, line: number, operationId: string) => void;
  readonly setTotals: (importId: string, totals: { readonly operations: number; readonly repeats: number }) => void;
  /** Takes back everything that the import brought, in this order: rows, rules it taught, its file when nobody else needs it. */
  readonly remove: (importId: string) => void;
};

export type PaymentReader = {
  readonly ofOperations: (operationIds: readonly string[]) => ReadonlyMap<string, readonly AllocationRow[]>;
  /** Money put on these papers, oldest first. */
  readonly ofDocuments: (documentIds: readonly DocumentId[]) => readonly Receipt[];
  /** Money of a party (of all, when null) in one of our companies (in all), booked in the period, oldest first. */
  readonly receipts: (filter: {
    readonly organisationId?: PartyId | undefined;
    readonly partyId?: PartyId | undefined;
    readonly from?: IsoDate | undefined;
    readonly to?: IsoDate | undefined;
    readonly kinds?: readonly AllocationRow['kind'][] | undefined;
  }) => readonly Receipt[];
  /** Documents in force of these kinds with what came for each, oldest first. */
  readonly documents: (kinds: readonly string[]) => readonly DealDocument[];
  readonly contracts: () => readonly Contract[];
  readonly rules: () => readonly StoredRule[];
  readonly thresholds: () => ReadonlyMap<PartyId, MatchThresholds>;
  readonly tableColumns: (headingHash: string) => Readonly<Record<string, number>> | null;
};

export type PaymentWriter = {
  /** Puts an unsettled operation where the rows say; their sums are its sum. */
  readonly settle: (operation: StoredOperation, rows: readonly AllocationRow[]) => void;
  readonly unsettle: (operationId: string) => void;
  readonly saveRule: (rule: StoredRule) => void;
  readonly deleteRule: (id: string) => void;
  readonly saveThresholds: (organisationId: PartyId, thresholds: MatchThresholds) => void;
  readonly saveTableColumns: (
    headingHash: string,
    columns: Readonly<Record<string, number>>,
    at: IsoInstant,
    by: UserId,
  ) => void;
};
