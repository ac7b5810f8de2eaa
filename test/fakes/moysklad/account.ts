import { createBusiness, type Business } from '../business/business.ts';
import type { FakeClock } from '../http/clock.ts';
import type { CounterBook } from '../http/counters.ts';
import { mixed } from '../http/dice.ts';
import { createTable, type Table } from '../http/table.ts';
import { basePositions } from './base-documents.ts';
import { baseEntities } from './base-entities.ts';
import { accountRef, uuid, uuidIndex, ACCOUNT_ID } from './ids.ts';
import type { AccountSettings } from './contract.ts';
import type { Fields } from '../http/values.ts';
import { ENTITY_TYPES, type EntityType } from './entity-types.ts';
import { refTo } from './refs.ts';
import { StoreError } from './store-error.ts';

export type Entities = Table<Fields, string>;

/** Everything that one fake account of МойСклад knows. */
export type Account = {
  readonly settings: AccountSettings;
  readonly clock: FakeClock;
  readonly counters: CounterBook;
  readonly business: Business;
  readonly seed: number;
  /** `https://host/api/remap/1.2` */
  readonly base: () => string;
  readonly now: () => number;
  readonly entities: (type: string) => Entities;
  readonly newId: (type: string) => string;
  readonly positions: (type: string, id: string) => readonly Fields[];
  readonly setPositions: (type: string, id: string, rows: readonly Fields[]) => void;
  /** Accounts, contact persons, notes, files of an entity. */
  readonly parts: (type: string, id: string, part: string) => readonly Fields[];
  readonly setParts: (type: string, id: string, part: string, rows: readonly Fields[]) => void;
  /** Bytes of files by their id. */
  readonly bytes: Map<string, Uint8Array>;
  readonly audit: Fields[];
};

export const createAccount = (options: {
  settings: AccountSettings;
  clock: FakeClock;
  counters: CounterBook;
  orders: number;
  seed: number;
  base: () => string;
}): Account => {
  const { settings, clock, counters, seed } = options;
  const business = createBusiness({ seed, orders: options.orders, nowMs: clock.nowMs() });
  const bases = baseEntities(business);
  const tables = new Map([...ENTITY_TYPES.keys()].map((type) => [type, createTable<Fields, string>(bases.get(type))]));
  const lastIndexes = new Map([...bases].map(([type, { count }]) => [type, count]));
  const changedPositions = new Map<string, readonly Fields[]>();
  const changedParts = new Map<string, readonly Fields[]>();

  const entities = (type: string): Entities => {
    const table = tables.get(type);
    if (table === undefined) throw new StoreError(412, 1005, `Неизвестный тип: '${type}'`);
    return table;
  };

  return {
    settings,
    clock,
    counters,
    business,
    seed,
    base: options.base,
    now: () => clock.nowMs(),
    entities,
    newId: (type) => {
      const index = lastIndexes.get(type) ?? FIRST_NEW;
      lastIndexes.set(type, index + 1);
      return uuid(type, index);
    },
    positions: (type, id) => {
      const own = changedPositions.get(`${type}/${id}`);
      if (own !== undefined) return own;
      const index = uuidIndex(type, id);
      const count = bases.get(type)?.count ?? 0;
      return index >= 0 && index < count && ENTITY_TYPES.get(type)?.position !== null
        ? basePositions(business, type, index)
        : [];
    },
    setPositions: (type, id, rows) => {
      changedPositions.set(`${type}/${id}`, rows);
    },
    parts: (type, id, part) => changedParts.get(`${type}/${id}/${part}`) ?? baseParts(business, type, id, part),
    setParts: (type, id, part, rows) => {
      changedParts.set(`${type}/${id}/${part}`, rows);
    },
    bytes: new Map(),
    audit: [],
  };
};

/** Ids of parts and of types that have no rows on the first day start here. */
const FIRST_NEW = 2 ** 40;

/** A company's account and its contact person. */
const baseParts = (business: Business, type: string, id: string, part: string): readonly Fields[] => {
  if (type !== 'organization' && type !== 'counterparty') return [];
  const index = uuidIndex(type, id);
  const count = type === 'organization' ? business.organisations.length : business.partyCount;
  if (index < 0 || index >= count) return [];
  const card = type === 'organization' ? business.organisations[index] : business.party(index);
  const updated = business.placedAt(0);
  if (part === 'accounts') {
    const account = card?.bankAccounts?.[0];
    return account === undefined
      ? []
      : [
          {
            id: accountRef(type, index).id,
            accountId: ACCOUNT_ID,
            updated,
            isDefault: true,
            accountNumber: account.account,
            bankName: account.bankName,
            bankLocation: account.bankCity,
            correspondentAccount: account.corrAccount,
            bic: account.bic,
          },
        ];
  }
  if (part !== 'contactpersons' || type === 'organization') return [];
  return [
    {
      id: uuid('contactperson', index),
      accountId: ACCOUNT_ID,
      updated,
      name: card?.contactName,
      externalCode: `person-${index}`,
      email: card?.email,
      phone: card?.phone,
      position: 'Контактное лицо',
      agent: refTo(type, id),
    },
  ];
};

export const typeNamed = (name: string): EntityType => {
  const type = ENTITY_TYPES.get(name);
  if (type === undefined) throw new StoreError(412, 1005, `Неизвестный тип: '${name}'`);
  return type;
};

/** Whether the employee may see an entity: a narrower role hides the same orders every time. */
export const maySee = (account: Account, type: string, id: string): boolean => {
  const { visibleShare } = account.settings;
  if (visibleShare >= 1 || type !== 'customerorder') return true;
  return mixed(account.seed, uuidIndex(type, id)) / 2 ** 32 < visibleShare;
};
