import type { Json, JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { CrmEntity, CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import type { SyncFields } from '#shared/domain/sync/fields.ts';
import type { SyncPolicy } from '#shared/domain/sync/policy.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { OrderId, UserId } from '#shared/kernel/id.ts';

export type CrmSystem = 'bitrix24' | 'moysklad';

/** Why an account does not sync: the code of a refusal (`contract/errors.ts`) with its data. */
export type SyncStop = { readonly code: string; readonly data: JsonObject };

/** Where the first load stands. Sizes are guesses until a kind of record is read through. */
export type FirstLoad = {
  readonly startedAt: IsoInstant;
  /** The open orders with their parties and lines are here: people can work. */
  readonly usableAt: IsoInstant | null;
  readonly finishedAt: IsoInstant | null;
  readonly done: number;
  readonly total: number;
};

/** One connected CRM. The secret is not here: see `Secrets`. */
export type CrmAccount = {
  readonly id: string;
  readonly system: CrmSystem;
  /** `https://elka.bitrix24.ru`, without the secret. */
  readonly address: string;
  readonly title: string;
  /** In whose name the program works there. */
  readonly employee: string;
  readonly state: 'active' | 'paused' | 'stopped';
  readonly stop: SyncStop | null;
  /** Time zone and filter format of the CRM, as the connector found them. */
  readonly calibration: Json;
  readonly mapping: CrmMapping;
  /** Policies that differ from the usual ones, by field. */
  readonly policies: Readonly<Record<string, SyncPolicy>>;
  /** Codes of the process definitions that the CRM's own robots drive; all others are the program's. */
  readonly drivenByCrm: readonly string[];
  readonly connectedBy: UserId;
  readonly connectedAt: IsoInstant;
  /** The last entry of the journal that was turned into operations. */
  readonly journalSeq: number;
  readonly firstLoad: FirstLoad | null;
};

/** A record as the CRM last said it: written by the pull alone. */
export type ShadowRow = {
  readonly row: CrmRow;
  readonly hash: string;
  readonly pulledAt: IsoInstant;
  /** Since when the CRM has it no more; it stays here, struck through. */
  readonly goneAt: IsoInstant | null;
  /** `due`: to be entered into our base; `none`: kept for reference only. */
  readonly entering: 'none' | 'due' | 'done' | 'refused';
  /** Why it could not be entered, for people. */
  readonly problem: string | null;
  /** The card of a party as it was last entered: the base of the next merge with ours. */
  readonly entered: JsonObject | null;
};

export const OUTBOX_STATES = ['ready', 'sending', 'unknown', 'wait', 'parked', 'conflict', 'done', 'dropped'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** What goes to the CRM. `payload` by kind: see `sync/engine/operation.ts`. */
export type OutboxKind =
  | 'create'
  | 'update'
  | 'stage'
  | 'lines'
  | 'requisites'
  | 'comment'
  | 'file'
  | 'closeTask'
  | 'message'
  | 'paymentLink';

/** One intent of a person or of a process, sent at least once and applied once. */
export type OutboxEntry = {
  /** Growing: the order of the intents of one object. */
  readonly seq: number;
  /** Made from the intent (`audit:812:patch`), so that one intent makes one entry. */
  readonly id: string;
  readonly accountId: string;
  /** Intents of one object go one after another: `order:1204`, `task:77`. */
  readonly object: string;
  readonly entity: CrmEntity;
  readonly kind: OutboxKind;
  readonly patch: SyncFields;
  readonly base: SyncFields;
  readonly payload: JsonObject;
  /** A UUID that the CRM stores, by which an unclear creation is found again. */
  readonly key: string;
  readonly state: OutboxState;
  /** Tries without success so far. */
  readonly failures: number;
  readonly nextAt: IsoInstant | null;
  readonly error: SyncStop | null;
  readonly createdAt: IsoInstant;
  readonly createdBy: UserId;
  /** Goes only when that one is done. */
  readonly dependsOn: string | null;
  /** The order it is about, for people. */
  readonly orderId: OrderId | null;
};

export type NewOutboxEntry = Pick<
  OutboxEntry,
  | 'id'
  | 'accountId'
  | 'object'
  | 'entity'
  | 'kind'
  | 'patch'
  | 'base'
  | 'payload'
  | 'createdAt'
  | 'createdBy'
  | 'orderId'
> & { readonly key: string; readonly dependsOn?: string | null };

export type SyncConflict = {
  readonly id: string;
  readonly accountId: string;
  readonly ref: CrmRef;
  readonly object: string;
  readonly orderId: OrderId | null;
  readonly field: string;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  /** Name of the employee of the CRM, empty when it does not say. */
  readonly theirsBy: string;
  readonly theirsAt: IsoInstant | null;
  readonly foundAt: IsoInstant;
  /** `policy`: settled by the program, shown for a while. */
  readonly choice: 'mine' | 'theirs' | 'edited' | 'policy' | null;
  readonly settledAt: IsoInstant | null;
};

/** How far one kind of record is read. The connector's own words are inside `value`. */
export type SyncCursor = { readonly accountId: string; readonly scope: string; readonly value: JsonObject };

/** Our record and the CRM's one. */
export type CrmLink = {
  readonly accountId: string;
  readonly ref: CrmRef;
  /** `order:…`, `party:…`, `organisation:…`, `task:…`. */
  readonly object: string;
};

export type OutboxCounts = Readonly<Record<OutboxState, number>>;

export type SyncReader = {
  readonly accounts: () => readonly CrmAccount[];
  readonly account: (id: string) => CrmAccount | null;
  readonly row: (accountId: string, ref: CrmRef) => ShadowRow | null;
  /** Rows to be entered, kind by kind in the given order, newest first. */
  readonly dueRows: (accountId: string, entities: readonly CrmEntity[], limit: number) => readonly ShadowRow[];
  readonly countRows: (accountId: string, entity?: CrmEntity) => number;
  /** Ids and stamps of a kind after `afterId` in the order of the ids as text, for the reconciliation. */
  readonly stampsAfter: (
    accountId: string,
    entity: CrmEntity,
    afterId: string,
    limit: number,
  ) => readonly { readonly id: string; readonly modifiedAt: IsoInstant | null }[];
  readonly problems: (accountId: string, limit: number) => readonly ShadowRow[];
  readonly refusedCount: (accountId: string) => number;
  readonly linkOf: (accountId: string, object: string) => CrmLink | null;
  readonly linkTo: (accountId: string, ref: CrmRef) => CrmLink | null;
  readonly cursor: (accountId: string, scope: string) => JsonObject | null;
  readonly entry: (id: string) => OutboxEntry | null;
  readonly lastAttemptAt: (entryId: string) => IsoInstant | null;
  /** What may go now: the oldest unfinished one of each object, its time come, its parent done. */
  readonly nextToSend: (accountId: string, now: IsoInstant, limit: number) => readonly OutboxEntry[];
  /** When the earliest waiting one comes up; null: nothing waits for a time. */
  readonly nextTime: (accountId: string) => IsoInstant | null;
  readonly waitingOf: (accountId: string, object: string) => readonly OutboxEntry[];
  readonly outbox: (accountId: string, states: readonly OutboxState[], limit: number) => readonly OutboxEntry[];
  readonly childrenOf: (id: string) => readonly OutboxEntry[];
  readonly outboxCounts: (accountId: string) => OutboxCounts;
  readonly conflict: (id: string) => SyncConflict | null;
  /** Open ones, oldest first. */
  readonly conflicts: (accountId: string, limit: number) => readonly SyncConflict[];
  readonly conflictsOf: (accountId: string, object: string) => readonly SyncConflict[];
  readonly settledConflicts: (accountId: string, limit: number) => readonly SyncConflict[];
  readonly conflictCount: (accountId: string) => number;
  /** What the CRM calls a file of ours that is already there; null when it is not. */
  readonly sentFile: (accountId: string, object: string, sha256: string) => JsonObject | null;
};

export type SyncWriter = {
  readonly saveAccount: (account: CrmAccount) => void;
  readonly removeAccount: (id: string) => void;
  /** `entered` of a row that is already there stays as it was. */
  readonly saveRow: (accountId: string, row: Omit<ShadowRow, 'entered'>) => void;
  readonly saveEntered: (accountId: string, ref: CrmRef, entered: JsonObject) => void;
  readonly markEntering: (
    accountId: string,
    ref: CrmRef,
    entering: ShadowRow['entering'],
    problem: string | null,
  ) => void;
  readonly markGone: (accountId: string, ref: CrmRef, at: IsoInstant | null) => void;
  readonly saveLink: (link: CrmLink) => void;
  readonly saveCursor: (cursor: SyncCursor) => void;
  /** One intent is one entry: an id that is already there changes nothing. True when it is new. */
  readonly enqueue: (entry: NewOutboxEntry) => boolean;
  readonly saveEntry: (entry: OutboxEntry) => void;
  /** A line on the disk before the first byte goes out. */
  readonly startAttempt: (entryId: string, at: IsoInstant) => void;
  readonly finishAttempt: (entryId: string, at: IsoInstant, outcome: string) => void;
  /** Entries that were being sent when the program died may or may not have arrived. Answers with their count. */
  readonly sendingToUnknown: (at: IsoInstant) => number;
  /** The connection is back: what waits because there was none may go at once. */
  readonly resetWaiting: (accountId: string) => void;
  readonly saveConflict: (conflict: SyncConflict) => void;
  readonly saveSentFile: (accountId: string, object: string, sha256: string, remote: JsonObject) => void;
};
