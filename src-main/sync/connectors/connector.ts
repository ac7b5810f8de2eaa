import type { CrmEntity, CrmFile, CrmLine, CrmRef, CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Capabilities, Dictionaries, RemoteField } from './capabilities.ts';
import type { CrmFailure, CrmRefusal } from './failure.ts';

/**
 * What the engine knows of a CRM. A connector is thin: one call is at most a few requests, it keeps no state but limits,
 * writes nothing locally, and never repeats a write. Short waits of the limits happen inside; a wait above some seconds
 * comes back as `later`, and then the same call is made again.
 */
export type Connector = {
  readonly system: CrmSystem;
  /** Streams of changes, each with a cursor of its own, in the order in which a first load should take them. */
  readonly feeds: readonly Feed[];

  /** Who we are there, what we may, what is missing. The first call after the address was pasted. */
  readonly probe: (signal: AbortSignal) => Promise<Answer<Capabilities>>;
  /** Once at connect and once a day; the answer is kept and given to the connector when it is made again. */
  readonly calibrate: (signal: AbortSignal) => Promise<Answer<Calibration>>;
  /** Stages, funnels, employees, our companies: daily, or when an unknown id is met. */
  readonly dictionaries: (signal: AbortSignal) => Promise<Answer<Dictionaries>>;
  /** Fields of a kind of record with some values of real ones: for the mapping screen. */
  readonly describe: (entity: CrmEntity, signal: AbortSignal) => Promise<Answer<readonly RemoteField[]>>;

  /** How much a first load is going to be. */
  readonly estimate: (feed: Feed, part: LoadPart, signal: AbortSignal) => Promise<Answer<LoadEstimate>>;
  /** The first load, page by page: open work newest first, then all. `after: null` begins, `next: null` ends; resumable at any page. */
  readonly scan: (request: ScanRequest, signal: AbortSignal) => Promise<Answer<Page>>;
  /** What changed in a closed window of CRM time. Same `after` and `next`. */
  readonly changes: (request: ChangesRequest, signal: AbortSignal) => Promise<Answer<Page>>;
  /** Ids and stamps of everything, for the nightly comparison. Absence here proves nothing: ask `read` before a tombstone. */
  readonly stamps: (request: StampsRequest, signal: AbortSignal) => Promise<Answer<StampPage>>;
  /** Whole records with lines, requisites and accounts. At most 50 refs. */
  readonly read: (refs: readonly CrmRef[], signal: AbortSignal) => Promise<Answer<ReadRows>>;

  /** Sends once. The attempt must be on the disk before this is called. */
  readonly push: (operation: PushOperation, signal: AbortSignal) => Promise<PushOutcome>;
  /** After an unclear answer: is it there? Looks the stored key up, or what stands for a key. Never writes. */
  readonly lookUp: (operation: PushOperation, attempt: Attempt, signal: AbortSignal) => Promise<LookUp>;
  readonly download: (owner: CrmRef, file: CrmFile, signal: AbortSignal) => Promise<Answer<Uint8Array>>;

  /** The address that answers now; another than the settings' one after a portal was renamed: keep it. */
  readonly address: () => string;
  /** The hour of the CRM by its last answer; null before the first. */
  readonly serverNow: () => IsoInstant | null;
  /** For the page «Обмен с CRM». */
  readonly limits: () => LimitsState;
};

export type CrmSystem = 'bitrix24' | 'moysklad';

/** A read never ends as `unknown`. */
export type Answer<T> = Result<T, CrmFailure>;

/** A stream of changes: `order`, `party`, `requisite` (answers whole parties), `smart:1036`. */
export type Feed = {
  readonly name: string;
  readonly entity: CrmEntity;
  /** False: the CRM has no stamp of change here; only scans and reads. */
  readonly hasChanges: boolean;
  /** True where «open» records can be asked for first. */
  readonly hasOpenPart: boolean;
};

/** `open`: work in progress, with lines and requisites, for a usable screen in the first minute. `all`: everything, without. */
export type LoadPart = 'open' | 'all';

export type LoadEstimate = { readonly rows: number; readonly pages: number; readonly secondsAtLeast: number };

export type ScanRequest = { readonly feed: Feed; readonly part: LoadPart; readonly after: string | null };

/** `from` ≤ modified < `to`, both on the clock of `serverNow`; the engine keeps `to` 5 s below it. Skews of stamps stay inside the connector. */
export type TimeWindow = { readonly from: IsoInstant; readonly to: IsoInstant };

export type ChangesRequest = { readonly feed: Feed; readonly window: TimeWindow; readonly after: string | null };

export type StampsRequest = { readonly feed: Feed; readonly after: string | null };

export type Page = {
  readonly rows: readonly CrmRow[];
  /** Poisoned records, each with its place; the others are in `rows`. */
  readonly problems: readonly CrmRowProblem[];
  /** Opaque; kept in the same transaction as the rows. Null: the end. */
  readonly next: string | null;
  /** Pages that the CRM counted for this answer: a batch of Битрикс24 holds up to 25. */
  readonly pages: number;
};

export type StampPage = {
  readonly stamps: readonly { readonly id: string; readonly modifiedAt: IsoInstant | null }[];
  readonly next: string | null;
};

export type ReadRows = {
  readonly rows: readonly CrmRow[];
  readonly problems: readonly CrmRowProblem[];
  /** The CRM said «нет такого элемента». */
  readonly gone: readonly CrmRef[];
  /** The CRM said «нет прав»: keep what we have. */
  readonly forbidden: readonly CrmRef[];
};

/** How filters by time must be written for this portal and this employee (crm.md §1.6). */
export type Calibration = {
  /** `none`: no way of writing works; changes are found by `stamps` only. */
  readonly filterFormat: 'iso' | 'wall' | 'wallOfUser' | 'moscow' | 'none';
  /** Stamps of the CRM minus its own clock, rounded to 15 minutes. */
  readonly skewMinutes: number;
  /** Offset of the server's clock, minutes east of Greenwich. */
  readonly serverOffset: number;
  /** The employee's zone minus the server's. */
  readonly userShiftMinutes: number;
  /** Windows are widened by this on both sides where the skew could not be proved. */
  readonly doubtMinutes: number;
  readonly checkedAt: IsoInstant;
};

/**
 * One intent for the CRM. `key` is ours, unique for ever, at most 36 characters (the outbox id); the CRM stores it where it can.
 * `fields` hold only what is to change, by our names (`domain/crm/fields.ts`); `base` what stood there when it was edited.
 */
export type PushOperation =
  | {
      readonly kind: 'create';
      readonly key: string;
      readonly entity: 'lead' | 'order' | 'party' | 'contact' | 'invoice' | 'task' | 'smart' | 'purchase' | 'contract';
      /** For `smart`: the type of process. */
      readonly type: string | null;
      readonly fields: FieldTexts;
      readonly links: Readonly<Record<string, CrmRef | null>>;
      readonly lines: readonly CrmLine[] | null;
    }
  | {
      readonly kind: 'update';
      readonly key: string;
      readonly ref: CrmRef;
      readonly fields: FieldTexts;
      readonly base: FieldTexts;
    }
  | { readonly kind: 'stage'; readonly key: string; readonly ref: CrmRef; readonly stage: string }
  | { readonly kind: 'lines'; readonly key: string; readonly ref: CrmRef; readonly lines: readonly CrmLine[] }
  | {
      readonly kind: 'requisites';
      readonly key: string;
      /** The party. */
      readonly ref: CrmRef;
      readonly requisites: RequisitesToWrite;
    }
  | { readonly kind: 'closeTask'; readonly key: string; readonly ref: CrmRef; readonly result: string }
  | { readonly kind: 'comment'; readonly key: string; readonly ref: CrmRef; readonly text: string }
  | {
      readonly kind: 'file';
      readonly key: string;
      readonly ref: CrmRef;
      readonly name: string;
      readonly sha256: string;
      readonly bytes: () => Promise<Uint8Array>;
      /** Our name of a mapped file field; null: into the folder of the record, with a link in its timeline. */
      readonly field: string | null;
    }
  | {
      readonly kind: 'message';
      readonly key: string;
      /** Whose conversation: a deal, a lead, a contact. */
      readonly ref: CrmRef;
      readonly channel: OutChannel;
      readonly text: string;
    }
  | { readonly kind: 'paymentLink'; readonly key: string; readonly ref: CrmRef; readonly amount: string };

export type FieldTexts = Readonly<Record<string, string | null>>;

export type RequisitesToWrite = {
  /** Null: a new set. */
  readonly id: string | null;
  readonly fields: FieldTexts;
  readonly accounts: readonly {
    readonly account: string;
    readonly bic: string;
    readonly bankName: string;
    readonly corrAccount: string;
  }[];
};

/**
 * `openLine`: the chat of the client; `sms`, `email`: by the CRM; `call`: a planned call; `freight`: a posting on a freight exchange,
 * which is a record of the smart process that the exchange's connector watches (`CrmMapping.freightType`); its status comes back as a stage.
 */
export type OutChannel = 'openLine' | 'sms' | 'email' | 'call' | 'freight';

export type PushOutcome =
  | {
      readonly state: 'done';
      /** What was made or changed; null where the CRM gives no id. */
      readonly ref: CrmRef | null;
      /** The record after it, to be the new shadow; null: the CRM did not say, read it with the next pull. */
      readonly row: CrmRow | null;
      /** Fields that somebody else had changed in the last moment: their value is here and no longer in the CRM. */
      readonly overwritten: FieldTexts;
      /** Fields that the CRM took without an error and did not keep. */
      readonly ignored: readonly string[];
      /** A value that the CRM made: the payment link, the number of a document. */
      readonly answer: string | null;
    }
  /** The line broke after the request had left: ask `lookUp`, not before `checkAfter`. */
  | { readonly state: 'unknown'; readonly checkAfter: IsoInstant; readonly message: string }
  /** The record changed since `base`: nothing was sent. */
  | { readonly state: 'conflict'; readonly row: CrmRow; readonly fields: readonly string[] }
  | CrmRefusal
  | CrmFailure;

export type Attempt = { readonly startedAt: IsoInstant };

export type LookUp =
  | { readonly state: 'found'; readonly ref: CrmRef | null; readonly row: CrmRow | null }
  | { readonly state: 'absent' }
  /** No key and nothing alike to compare: a person decides. */
  | { readonly state: 'cannotTell'; readonly message: string }
  | CrmFailure;

export type LimitsState = {
  /** Since when nothing is sent, and until when; null: no limit holds us. */
  readonly waitUntil: IsoInstant | null;
  /** Russian: «МойСклад просит подождать 3 с». */
  readonly reason: string | null;
  readonly requests: number;
};

/** What a connector is made of beside its transport. */
export type ConnectorSettings = {
  /** Webhook address or API address; the secret comes apart for МойСклад and inside the address for Битрикс24. */
  readonly address: string;
  readonly token: string | null;
  readonly mapping: CrmMapping;
  readonly calibration: Calibration | null;
  /** Marks what this copy of the program made: at most 20 letters and digits. */
  readonly installation: string;
};
