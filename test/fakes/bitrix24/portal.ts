import { createBusiness, type Business } from '../business/business.ts';
import type { FakeClock } from '../http/clock.ts';
import type { CounterBook } from '../http/counters.ts';
import { mixed } from '../http/dice.ts';
import { createTable, type Table } from '../http/table.ts';
import { baseItems } from './base-items.ts';
import { baseRequisites } from './base-requisites.ts';
import type { PortalSettings } from './contract.ts';
import type { Fields } from '../http/values.ts';
import { ENTITIES, DEAL, type Entity } from './entities.ts';
import { createProductTable, type ProductTable } from './product-table.ts';
import { noSuchType } from './rest-error.ts';

export type Row = Fields;
export type RecordTable = Table<Row, number>;

/** Everything that one fake portal knows and is. */
export type Portal = {
  readonly settings: PortalSettings;
  readonly clock: FakeClock;
  readonly counters: CounterBook;
  readonly business: Business;
  readonly seed: number;
  /** Whose webhook it is. */
  readonly userId: number;
  readonly secret: string;
  /** `https://host`, for links inside answers. */
  readonly origin: () => string;
  /** Whole seconds, ms: the portal keeps no smaller ones. */
  readonly now: () => number;
  readonly items: (entityTypeId: number) => RecordTable;
  readonly rows: ProductTable;
  readonly records: (table: string) => RecordTable;
  readonly nextId: (table: string) => number;
  /** The next moment's work: robots, documents being made. Runs when the time has come. */
  readonly later: (delayMs: number, work: () => void) => void;
  readonly settle: () => void;
};

const LAZY_TABLES = ['requisite', 'bankDetail', 'address'] as const;

export const createPortal = (options: {
  settings: PortalSettings;
  clock: FakeClock;
  counters: CounterBook;
  deals: number;
  seed: number;
  secret: string;
  userId: number;
  origin: () => string;
}): Portal => {
  const { settings, clock, counters, seed } = options;
  const business = createBusiness({ seed, orders: options.deals, nowMs: clock.nowMs() });
  const items = new Map<number, RecordTable>();
  const bases = baseItems(business);
  for (const typeId of ENTITIES.keys()) items.set(typeId, createTable<Row, number>(bases.get(typeId)));
  const lazy = baseRequisites(business);
  const records = new Map<string, RecordTable>(LAZY_TABLES.map((name) => [name, createTable<Row, number>(lazy[name])]));
  const lastIds = new Map<string, number>([
    ...[...bases].map(([typeId, base]): [string, number] => [`item ${typeId}`, base.idAt(base.count)]),
    ...LAZY_TABLES.map((name): [string, number] => [name, lazy[name].idAt(lazy[name].count)]),
  ]);
  let due: { readonly atMs: number; readonly work: () => void }[] = [];

  return {
    settings,
    clock,
    counters,
    business,
    seed,
    secret: options.secret,
    userId: options.userId,
    origin: options.origin,
    now: () => Math.floor(clock.nowMs() / 1000) * 1000,
    items: (typeId) => {
      const table = items.get(typeId);
      if (table === undefined) throw noSuchType();
      return table;
    },
    rows: createProductTable(business),
    records: (name) => {
      const known = records.get(name) ?? createTable<Row, number>();
      records.set(name, known);
      return known;
    },
    nextId: (name) => {
      const next = (lastIds.get(name) ?? 0) + 1;
      lastIds.set(name, next);
      return next;
    },
    later: (delayMs, work) => {
      due.push({ atMs: clock.nowMs() + delayMs, work });
    },
    settle: () => {
      if (due.length === 0) return;
      const now = clock.nowMs();
      const ready = due.filter(({ atMs }) => atMs <= now);
      due = due.filter(({ atMs }) => atMs > now);
      for (const { work } of ready) work();
    },
  };
};

export const entityOf = (entityTypeId: number | null): Entity => {
  const entity = entityTypeId === null ? undefined : ENTITIES.get(entityTypeId);
  if (entity === undefined) throw noSuchType();
  return entity;
};

/** Whether the employee may see an item: a narrower role hides the same rows every time. */
export const mayRead = (portal: Portal, typeId: number, id: number, funnel: () => unknown): boolean => {
  const { visibleShare, visibleFunnels } = portal.settings;
  if (visibleShare < 1 && mixed(portal.seed + typeId, id) / 2 ** 32 >= visibleShare) return false;
  if (visibleFunnels === null || typeId !== DEAL) return true;
  const category = funnel();
  return typeof category === 'number' && visibleFunnels.includes(category);
};

/** A record of an old table with the next id. */
export const addRecord = (portal: Portal, table: string, fields: Fields): number => {
  const id = portal.nextId(table);
  portal.records(table).put(id, { ...fields, ID: id });
  return id;
};

export const recordsOf = (
  portal: Portal,
  table: string,
  isWanted: (row: Row) => boolean = () => true,
): readonly Row[] => {
  const found: Row[] = [];
  const records = portal.records(table);
  for (const id of records.ids()) {
    const row = records.get(id);
    if (row !== null && isWanted(row)) found.push(row);
  }
  return found;
};
