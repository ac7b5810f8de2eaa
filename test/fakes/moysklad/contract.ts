import type { FakeClock } from '../http/clock.ts';
import type { Counters } from '../http/counters.ts';
import type { FaultPlan, FaultSettings } from '../http/faults.ts';
import type { Fields } from '../http/values.ts';
import type { FakeTransport } from '../http/wire.ts';

export type FakeMoySkladOptions = {
  readonly clock?: FakeClock;
  /** 300 by default; 100 000 cost no memory until they are read. */
  readonly orders?: number;
  readonly seed?: number;
  readonly faults?: FaultSettings;
  readonly settings?: Partial<AccountSettings>;
};

/** What differs from account to account; all of it may change while the server runs. */
export type AccountSettings = {
  /** `revoked`: the token is gone (401, 1056); `maintenance`: a page with 200; `offline`: nobody answers. */
  state: 'ok' | 'revoked' | 'maintenance' | 'offline';
  /** Share of orders that the employee may see, 0…1. */
  visibleShare: number;
  hasRecycleBin: boolean;
  /** Units a request costs; null: by the date, 3 until 2026-12-01 and 4 from then on. */
  unitsPerRequest: number | null;
  /** The next write of this entity meets another editor: error 1065, once. */
  raceOn: string | null;
  cost: { page: number; row: number; get: number; write: number; network: number };
};

/**
 * What colleagues do in the CRM, and what is really there. Types as in paths: `customerorder`, `counterparty` … An entity
 * is shown as the server keeps it: references are `{ ref, id }`, money in kopeks, moments in UTC milliseconds. Fields of an
 * edit are written as in a request; a reference may also be `{ ref, id }`.
 */
export type MoySkladModel = {
  readonly ids: (type: string) => readonly string[];
  readonly entity: (type: string, id: string) => Readonly<Fields> | null;
  readonly add: (type: string, fields: Fields) => string;
  /** Moves `updated` and leaves a line in the audit. */
  readonly change: (type: string, id: string, fields: Fields) => void;
  readonly remove: (type: string, id: string) => void;
  readonly positions: (type: string, id: string) => readonly Readonly<Fields>[];
  /** `syncId` and `externalCode` of living entities that more than one carries. */
  readonly duplicateKeys: () => readonly string[];
};

export type FakeMoySklad = {
  /** `…/api/remap/1.2` */
  readonly url: string;
  readonly token: string;
  readonly model: MoySkladModel;
  readonly counters: Counters;
  readonly faults: FaultPlan;
  readonly settings: AccountSettings;
  /** The same handler without sockets. */
  readonly transport: FakeTransport;
  readonly stop: () => Promise<void>;
};
