import type { FakeClock } from '../http/clock.ts';
import type { Counters } from '../http/counters.ts';
import type { FaultPlan, FaultSettings } from '../http/faults.ts';
import type { Fields } from '../http/values.ts';
import type { FakeTransport } from '../http/wire.ts';

export type FakeBitrix24Options = {
  /** The machine's time by default; a virtual one makes limits and delays free. */
  readonly clock?: FakeClock;
  /** 300 by default; 100 000 cost no memory until they are read. */
  readonly deals?: number;
  readonly seed?: number;
  readonly faults?: FaultSettings;
  readonly settings?: Partial<PortalSettings>;
};

/** What differs from portal to portal; all of it may change while the server runs. */
export type PortalSettings = {
  /** Bucket of 50 at 2/s; of 250 at 5/s; none, and no operating budget. */
  plan: 'standard' | 'enterprise' | 'box';
  /**
   * `ok`; `revoked`: the webhook is gone (401); `noPlan`: REST is not paid for (403); `closed`: the portal is deleted
   * (500); `overloaded`: blocked by hand (503); `maintenance`: a page with 200 to every request; `offline`: nobody
   * answers.
   */
  state: 'ok' | 'revoked' | 'noPlan' | 'closed' | 'overloaded' | 'maintenance' | 'offline';
  scopes: readonly string[];
  isAdmin: boolean;
  /** Share of leads, deals, contacts and companies that the employee may see, 0…1. */
  visibleShare: number;
  /** Funnels of deals that the employee may see; null: all. */
  visibleFunnels: readonly number[] | null;
  /** Hours the employee's clock is ahead of the server's: dates are shown in his, with the server's offset. */
  userShiftHours: number;
  serverOffsetHours: number;
  /** `isoUnmatched`: a filter with an ISO date finds nothing; `isoIgnored`: such a condition is dropped. */
  dateFilter: 'both' | 'isoUnmatched' | 'isoIgnored';
  /** In whose time the date of a filter is read. */
  dateFilterZone: 'user' | 'server';
  /** Old boxes do not tell `operating` and `operating_reset_at`. */
  hasOperatingTimes: boolean;
  hasRestV3: boolean;
  /** Robots answer a move of a deal by a change of their own a second later. */
  hasRobots: boolean;
  /** A field that a stage demands, `{ 'C1:WON': 'comments' }`. */
  requiredOnStage: Readonly<Record<string, string>>;
  /** Server time of a page of a list, of one item, of a write and of counting (`start` not −1), ms; the network's. */
  cost: { page: number; get: number; write: number; count: number; network: number };
  /** Seconds of operating time of a method per ten minutes. */
  operatingLimitSeconds: number;
};

/**
 * What colleagues do in the CRM, and what is really there; entity types as in `entityTypeId`. Values are as the portal keeps
 * them: moments in UTC milliseconds, days as `2026-11-22`.
 */
export type Bitrix24Model = {
  readonly ids: (entityTypeId: number) => readonly number[];
  readonly item: (entityTypeId: number, id: number) => Readonly<Fields> | null;
  readonly addItem: (entityTypeId: number, fields: Fields) => number;
  /** Moves `updatedTime`, as an edit in the browser does. */
  readonly changeItem: (entityTypeId: number, id: number, fields: Fields) => void;
  readonly deleteItem: (entityTypeId: number, id: number) => void;
  /** Rows of goods of `D` (deal), `SI` (invoice) …, in their order. */
  readonly rows: (ownerType: string, ownerId: number) => readonly Readonly<Fields>[];
  readonly setRows: (ownerType: string, ownerId: number, rows: readonly Fields[]) => void;
  /** `requisite`, `bankDetail`, `address`, `task`, `comment`, `file`, `folder`, `document`, `payment`, `activity` … */
  readonly records: (table: string) => readonly Readonly<Fields>[];
  readonly addRecord: (table: string, fields: Fields) => number;
  readonly changeRecord: (table: string, id: number, fields: Fields) => void;
  readonly deleteRecord: (table: string, id: number) => void;
  /** `originatorId/originId`, `xmlId`, `XML_ID` of living records that more than one carries: always empty is the aim. */
  readonly duplicateKeys: () => readonly string[];
};

export type FakeBitrix24 = {
  /** The webhook as an employee copies it, with its secret and the slash at the end. */
  readonly url: string;
  /** The secret in the path of `url`. */
  readonly token: string;
  readonly model: Bitrix24Model;
  readonly counters: Counters;
  readonly faults: FaultPlan;
  readonly settings: PortalSettings;
  /** The same handler without sockets. */
  readonly transport: FakeTransport;
  /**
   * The portal moves: from now on the old address answers with `status` and the new one serves. Gives the new webhook.
   * `to` sends clients to a stranger's address instead, where a client must not go.
   */
  readonly rename: (status?: 301 | 302 | 307 | 308, to?: string) => Promise<string>;
  /** Requests of others behind the same office address, that fill the same bucket. */
  readonly neighbourCalls: (count: number) => void;
  readonly stop: () => Promise<void>;
};
