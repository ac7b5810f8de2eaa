import type { Json, JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Base, WriteStores } from './base.ts';
import type { CrmAccount, CrmSystem, OutboxEntry, SyncStop } from './sync.ts';

/** What a record of the CRM became with us: `problem` in Russian, for people; nothing was changed then. */
export type Entered =
  | { readonly ok: true; readonly object: string; readonly changed: boolean }
  | { readonly ok: false; readonly problem: string };

/** What the engine asks of the core, which alone knows our orders and parties. */
export type SyncDesk = {
  /**
   * Turns what the journal says into entries of the outbox. The engine calls it inside every transaction that changes shadows,
   * before it does: so the base of an entry is what the CRM said when the person made the change.
   */
  readonly drain: (stores: WriteStores, account: CrmAccount) => void;
  /** Enters composed records into our base through the imports, one after another inside the given transaction. */
  readonly entering: (
    stores: WriteStores,
    account: CrmAccount,
  ) => (row: CrmRow, entry: Readonly<Record<string, unknown>>) => Entered;
  /** The CRM told its stages and employees anew. */
  readonly told: (stores: WriteStores, dictionaries: JsonObject) => void;
  /** The bytes and the name of what a `file` entry sends; null: it is not there any more. */
  readonly fileOf: (
    entry: OutboxEntry,
  ) => Promise<{ readonly name: string; readonly sha256: string; readonly bytes: Uint8Array } | null>;
  /** Something that a window shows has changed. */
  readonly changed: () => void;
};

/** What the connect wizard learns from an address and its key. Nothing is stored yet. */
export type SyncProbe = {
  readonly portal: string;
  /** The address that really answers, without the secret. */
  readonly address: string;
  readonly employee: string;
  readonly isAdmin: boolean;
  readonly missing: readonly string[];
  readonly abilities: readonly string[];
  readonly organisations: readonly { readonly title: string; readonly inn: string }[];
  readonly pipelines: readonly {
    readonly id: string;
    readonly title: string;
    readonly stages: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly processes: readonly { readonly type: string; readonly title: string }[];
  readonly fields: readonly {
    readonly name: string;
    readonly title: string;
    readonly type: string;
    readonly isReadOnly: boolean;
    readonly samples: readonly string[];
  }[];
};

export type CrmAddress = { readonly system: CrmSystem; readonly address: string; readonly token: string | null };

/** What one agreement did. Problems are entries that a person must look at, in Russian. */
export type SyncRun = {
  readonly pulled: number;
  readonly pushed: number;
  /** It goes on after this moment by itself; null with no `reason`: everything was said, or it was asked to stop. */
  readonly until: string | null;
  /** Why it ended before everything was said. */
  readonly reason: SyncStop | null;
  /** A person must act first. */
  readonly isStopped: boolean;
};

export type RunOptions = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, label: string) => void;
  /** Compare all ids with the CRM now, not only at night. */
  readonly reconcile: boolean;
  /** Records may vanish in any number: a person has looked. */
  readonly acceptLoss: boolean;
};

type SyncLimits = { readonly waitUntil: string | null; readonly reason: string | null };

export type SyncEngine = {
  readonly probe: (address: CrmAddress, signal: AbortSignal) => Promise<Result<SyncProbe, SyncStop>>;
  /** Keeps the key and finds how this portal writes time. `calibration` goes into the account. */
  readonly prepare: (
    accountId: string,
    address: CrmAddress,
    mapping: CrmMapping,
    signal: AbortSignal,
  ) => Promise<Result<{ readonly calibration: Json; readonly keptBySystem: boolean }, SyncStop>>;
  /** One agreement: what changed there comes in, what waits goes out. Never two at once for one account. */
  readonly run: (accountId: string, options: RunOptions) => Promise<SyncRun>;
  /** The settings of an account have changed: the next agreement reads by the new ones. */
  readonly refresh: (accountId: string) => void;
  readonly limits: (accountId: string) => SyncLimits | null;
  /** Forgets the key and whatever is held of the account. */
  readonly forget: (accountId: string) => Promise<void>;
};

/** How the core gets an engine: the composition root knows the connectors, the core its desk and its base with all that watches it. */
export type StartSyncEngine = (desk: SyncDesk, base: Base) => SyncEngine;

/** What the composition root gives the core for the exchange. */
export type SyncTools = {
  readonly start: StartSyncEngine;
  /** Resolves after `ms`, or as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, so that the desks of an office do not ask at the same moment. */
  readonly random: () => number;
  /** A window's program exchanges by itself; a command only when it is told to. */
  readonly goesByItself: boolean;
};
