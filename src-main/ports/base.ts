import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import type { CommandId, ContractId, DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type {
  DocumentFile,
  DocumentKind,
  IssuedDocument,
  NumberClass,
  Revision,
  Snapshot,
} from '#shared/domain/document/document.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Organisation, Party } from '#shared/domain/party/party.ts';
import type { Role, Right, Substitution, User } from '#shared/domain/users/rights.ts';
import type { FacsimileReader, FacsimileWriter } from './facsimiles.ts';
import type { IncomingReader, IncomingWriter } from './incoming.ts';
import type { OneCReader, OneCWriter } from './one-c.ts';
import type { OwnTemplateReader, OwnTemplateWriter } from './own-templates.ts';
import type { BatchReader, BatchWriter } from './batches.ts';
import type { Page, PageRequest } from './page.ts';
import type { SyncReader, SyncWriter } from './sync.ts';
import type { ProcessReader, ProcessWriter } from './processes.ts';
import type { PaymentReader, PaymentWriter, StatementReader, StatementWriter } from './payments.ts';

import type { DocumentSummary } from './document-summary.ts';
import type { ComparisonReader, ComparisonWriter } from './comparison.ts';
import type { PrintReader, PrintWriter } from './print-queue.ts';
import type { ReceptionReader, ReceptionWriter } from './reception.ts';
import type { RegisterReader, RegisterWriter } from './register.ts';
import type { SendingReader, SendingWriter } from './sending.ts';
import type { PaperWay, SigningReader, SigningWriter } from './signing.ts';

export type { DocumentSummary, Page, PageRequest };

export type OrderFilter = {
  /** Words that must stand in the number, the counterparty's name or ИНН, the sum or the reference. */
  readonly text?: string;
  readonly organisationId?: PartyId;
  /** `2026-11`: by the order's date. */
  readonly month?: string;
  /** `2026-10`: by the day of shipment. */
  readonly shipMonth?: string;
  readonly stage?: string;
};

/** What lists show without reading whole orders. */
export type OrderSummary = {
  readonly id: OrderId;
  readonly number: string;
  readonly date: IsoDate;
  readonly organisationId: PartyId;
  readonly organisationName: string;
  readonly partyId: PartyId;
  readonly partyName: string;
  readonly business: Order['business'];
  readonly sum: Kopecks;
  readonly vat: Kopecks;
  readonly stage: string;
  readonly dueDate: IsoDate | null;
  readonly shipDate: IsoDate | null;
  readonly managerName: string;
  readonly revision: number;
};

export type OrderTotals = { readonly sum: Kopecks; readonly vat: Kopecks };

export type PartyReader = {
  readonly get: (id: PartyId) => Party | null;
  /** By ИНН and, when given, КПП; the first by age when several cards share them. */
  readonly findByTaxId: (inn: string, kpp?: string) => Party | null;
  /** A foreign party by the number its own country gave it. */
  readonly findByForeignTaxId: (foreignTaxId: string) => Party | null;
  readonly countWithTaxId: (inn: string, kpp: string) => number;
  /** Other cards whose name reads the same (`plainName`); a card without a name has none. */
  readonly namesakesOf: (
    party: Pick<Party, 'id' | 'shortName' | 'fullName'>,
  ) => readonly Pick<Party, 'inn' | 'shortName'>[];
  /** Who carries: cards with an entry in the register of carriers and those who carried before, by name. */
  readonly carriers: () => readonly Pick<Party, 'id' | 'shortName' | 'inn'>[];
  readonly list: (filter: { readonly text?: string }, page: PageRequest) => Page<Party>;
};
export type PartyWriter = { readonly save: (party: Party) => void };

export type OrganisationReader = {
  readonly get: (id: PartyId) => Organisation | null;
  readonly list: () => readonly Organisation[];
};
export type OrganisationWriter = { readonly save: (organisation: Organisation) => void };

export type ContractReader = {
  readonly get: (id: ContractId) => Contract | null;
  readonly between: (organisationId: PartyId, partyId: PartyId) => readonly Contract[];
};
export type ContractWriter = { readonly save: (contract: Contract) => void };

export type OrderReader = {
  readonly get: (id: OrderId) => Order | null;
  /** By number; several companies may use the same one, the newest order comes first. */
  readonly findByNumber: (number: string) => readonly Order[];
  readonly findByExternalId: (sourceSystem: string, externalId: string) => Order | null;
  readonly list: (filter: OrderFilter, page: PageRequest) => Page<OrderSummary>;
  readonly count: () => number;
};
export type OrderWriter = {
  readonly save: (order: Order, totals: OrderTotals) => void;
  /** The stage alone, as a process moves it: nothing that prints depends on it, so the revision stays. */
  readonly setStage: (id: OrderId, stage: string) => void;
};

export type DocumentFilter = {
  readonly text?: string | undefined;
  readonly orderId?: OrderId | undefined;
  readonly organisationId?: PartyId | undefined;
  readonly partyId?: PartyId | undefined;
  readonly state?: IssuedDocument['state'];
  readonly kind?: DocumentKind | undefined;
  readonly medium?: IssuedDocument['medium'] | undefined;
  readonly paperState?: PaperWay['paperState'] | undefined;
  /** Sent and not back with their signature. */
  readonly isAwaited?: boolean | undefined;
};

/** When, by whom and why a document was taken out of force. */
export type Annulment = { readonly at: IsoInstant; readonly by: UserId; readonly reason: string };

export type DocumentVersion = { readonly version: number; readonly revision: Revision | null; readonly reason: string };

export type DocumentReader = {
  readonly get: (id: DocumentId) => DocumentSummary | null;
  readonly list: (filter: DocumentFilter, page: PageRequest) => Page<DocumentSummary>;
  /** Documents of an order that are in force (not annulled), oldest first. */
  readonly ofOrder: (orderId: OrderId) => readonly (IssuedDocument & PaperWay)[];
  /** For the packs of many orders in one question. */
  readonly ofOrders: (orderIds: readonly OrderId[]) => ReadonlyMap<OrderId, readonly (IssuedDocument & PaperWay)[]>;
  /** Files of one version, also of one that is no longer in force. */
  readonly filesOf: (id: DocumentId, version: number) => readonly DocumentFile[];
  /** Null while the document is in force. */
  readonly annulmentOf: (id: DocumentId) => Annulment | null;
  readonly snapshotOf: (id: DocumentId, version: number) => Snapshot | null;
  /** What each version is, oldest first, without its printed data. */
  readonly versionsOf: (id: DocumentId) => readonly DocumentVersion[];
  readonly isNumberTaken: (organisationId: PartyId, numberClass: NumberClass, year: number, number: string) => boolean;
  /** Every file hash that a document needs, for the repair on opening. */
  readonly fileHashes: () => readonly string[];
  readonly count: () => number;
};
export type DocumentWriter = {
  /** Inserts the document with its first version; the number must be free in its class and year. */
  readonly insert: (document: IssuedDocument, snapshot: Snapshot) => void;
  /** Enters the next version of a document in force, with its files; the earlier one and its files stay as they are. */
  readonly addVersion: (document: IssuedDocument, snapshot: Snapshot) => void;
  readonly addFile: (id: DocumentId, version: number, file: DocumentFile) => void;
  readonly annul: (id: DocumentId, at: IsoInstant, by: UserId, reason: string) => void;
};

export type NumberSeriesKey = {
  readonly organisationId: PartyId;
  readonly numberClass: NumberClass;
  readonly year: number;
};

export type NumberReader = { readonly next: (key: NumberSeriesKey) => number };
export type NumberWriter = {
  /** Moves the series past `taken`; throws when it no longer stood there, so that two issues can never share a number. */
  readonly take: (key: NumberSeriesKey, taken: number) => void;
  readonly setNext: (key: NumberSeriesKey, next: number) => void;
};

export type UserReader = {
  readonly get: (id: UserId) => User | null;
  readonly findByLogin: (login: string) => User | null;
  readonly list: () => readonly User[];
  readonly rightsOf: (roles: readonly Role[]) => ReadonlySet<Right>;
  readonly pinHashOf: (id: UserId) => string | null;
  /** People whom this user stands in for on the date. */
  readonly substitutedBy: (id: UserId, date: IsoDate) => readonly User[];
  /** People who stand in for this user on the date. */
  readonly substitutesOf: (id: UserId, date: IsoDate) => readonly User[];
  /** Those that end on the date or later, by their beginning. */
  readonly substitutions: (from: IsoDate) => readonly Substitution[];
};
export type UserWriter = {
  readonly save: (user: Omit<User, 'hasPin'>, pinHash: string | null) => void;
  readonly setRoleRights: (role: Role, rights: readonly Right[]) => void;
  readonly saveSubstitution: (substitution: Substitution) => void;
  readonly removeSubstitution: (id: string) => void;
};

export type AuditEntry = {
  readonly at: IsoInstant;
  readonly userId: UserId;
  /** The absent person whose right was used; null when it was one's own. */
  readonly onBehalfOf: UserId | null;
  readonly action: string;
  readonly entity:
    | 'order'
    | 'party'
    | 'organisation'
    | 'contract'
    | 'document'
    | 'user'
    | 'base'
    | 'statement'
    | 'payment'
    | 'export'
    | 'template'
    | 'incoming'
    | 'envelope'
    | 'letter'
    | 'scan'
    | 'process';
  readonly entityId: string;
  /** Values before and after as JSON, only of what changed; a later undo needs them. */
  readonly before: unknown;
  readonly after: unknown;
  readonly commandId: CommandId;
};
export type AuditReader = {
  readonly ofEntity: (entity: AuditEntry['entity'], entityId: string, limit: number) => readonly AuditEntry[];
  /** Entries after `seq`, oldest first: for whoever acts on what happened. */
  readonly since: (seq: number, limit: number) => readonly (AuditEntry & { readonly seq: number })[];
  /** The number of the newest entry; 0 when there is none. */
  readonly lastSeq: () => number;
};
export type AuditWriter = { readonly append: (entry: AuditEntry) => void };

/** Answers of finished commands: the same command twice is once. */
export type CommandReader = { readonly answerOf: (id: CommandId) => unknown };
export type CommandWriter = {
  readonly remember: (id: CommandId, method: string, at: IsoInstant, answer: unknown) => void;
};

export type SettingReader = { readonly get: (key: string) => string | null };
export type SettingWriter = { readonly set: (key: string, value: string | null) => void };

export type ReadStores = {
  readonly parties: PartyReader;
  readonly organisations: OrganisationReader;
  readonly contracts: ContractReader;
  readonly orders: OrderReader;
  readonly documents: DocumentReader;
  readonly numbers: NumberReader;
  readonly users: UserReader;
  readonly audit: AuditReader;
  readonly commands: CommandReader;
  readonly settings: SettingReader;
  readonly batches: BatchReader;
  readonly incoming: IncomingReader;
  readonly oneC: OneCReader;
  readonly ownTemplates: OwnTemplateReader;
  readonly facsimiles: FacsimileReader;
  readonly statements: StatementReader;
  readonly payments: PaymentReader;
  readonly signing: SigningReader;
  readonly register: RegisterReader;
  readonly sending: SendingReader;
  readonly reception: ReceptionReader;
  readonly comparisons: ComparisonReader;
  readonly printQueue: PrintReader;
  readonly processes: ProcessReader;
  readonly sync: SyncReader;
};

export type WriteStores = {
  readonly parties: PartyReader & PartyWriter;
  readonly organisations: OrganisationReader & OrganisationWriter;
  readonly contracts: ContractReader & ContractWriter;
  readonly orders: OrderReader & OrderWriter;
  readonly documents: DocumentReader & DocumentWriter;
  readonly numbers: NumberReader & NumberWriter;
  readonly users: UserReader & UserWriter;
  readonly audit: AuditReader & AuditWriter;
  readonly commands: CommandReader & CommandWriter;
  readonly settings: SettingReader & SettingWriter;
  readonly batches: BatchReader & BatchWriter;
  readonly incoming: IncomingReader & IncomingWriter;
  readonly oneC: OneCReader & OneCWriter;
  readonly ownTemplates: OwnTemplateReader & OwnTemplateWriter;
  readonly facsimiles: FacsimileReader & FacsimileWriter;
  readonly statements: StatementReader & StatementWriter;
  readonly payments: PaymentReader & PaymentWriter;
  readonly signing: SigningReader & SigningWriter;
  readonly register: RegisterReader & RegisterWriter;
  readonly sending: SendingReader & SendingWriter;
  readonly reception: ReceptionReader & ReceptionWriter;
  readonly comparisons: ComparisonReader & ComparisonWriter;
  readonly printQueue: PrintReader & PrintWriter;
  readonly processes: ProcessReader & ProcessWriter;
  readonly sync: SyncReader & SyncWriter;
};

/** The open base of one office. Reads see the last committed state; a write is one transaction, all or nothing. */
export type Base = {
  readonly read: ReadStores;
  readonly write: <T>(action: (stores: WriteStores) => T) => T;
};
