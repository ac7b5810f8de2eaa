import type { Base } from '#main/ports/base.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { Hasher } from '#main/ports/hasher.ts';
import type { Logger } from '#main/ports/logger.ts';
import type { Random } from '#main/ports/random.ts';
import type { SyncDesk } from '#main/ports/sync-engine.ts';
import type { CrmSystem } from '#main/ports/sync.ts';
import type { Composed, CrmLookup } from '#shared/domain/crm/compose.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { AddressRefusal } from '../transport/address.ts';
import type { Connector, ConnectorSettings } from '../connectors/connector.ts';
import type { KeyStore } from './account-key.ts';
import type { Pace } from '../transport/pace.ts';

/** Moments at which the program may die; tests kill it there. */
export type KillPoint =
  | 'sending is on the disk'
  | 'sent, nothing stored'
  | 'answer is on the disk'
  | 'page read, nothing stored'
  | 'page is on the disk'
  | 'records entered';

export type EngineDeps = {
  readonly base: Base;
  readonly clock: Clock;
  readonly random: Random;
  readonly hash: Hasher;
  readonly logger: Logger;
  readonly keys: KeyStore;
  readonly pace: Pace;
  readonly desk: SyncDesk;
  /** A record of the CRM as an entry of our imports. */
  readonly compose: (row: CrmRow, lookup: CrmLookup, mapping: CrmMapping) => Composed;
  /** Refuses an address that is none. */
  readonly makeConnector: (system: CrmSystem, settings: ConnectorSettings) => Result<Connector, AddressRefusal>;
  /** Pause between two writes of a queue (crm.md §4.3: at most one a second). */
  readonly writePauseMs: number;
  readonly reached: (point: KillPoint) => void;
};

/** What one account is worked on with. */
export type Work = EngineDeps & {
  readonly accountId: string;
  readonly connector: Connector;
  readonly signal: AbortSignal;
  readonly counts: { pulled: number; pushed: number };
  readonly progress: (done: number, total: number, label: string) => void;
};
