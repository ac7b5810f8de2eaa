import type { PartyId } from '../../kernel/id.ts';
import { nameKey, personStem } from './name-key.ts';
import { keysOf, numberKey } from './number-key.ts';
import type { MatchInput, MatchOrganisation, MatchParty, OpenItem, RelatedPaper } from './types.ts';

/** Why a number leads to a document: it is its own, its order's or that of another paper of the order. */
export type HitKind = 'invoice' | RelatedPaper['kind'];

/** `exactness` 0: spelled the same; more: letters or the year were left out. */
export type NumberHit = { readonly item: OpenItem; readonly kind: HitKind; readonly exactness: number };

export type Side = 'incoming' | 'outgoing';

/** Everything the matcher looks things up by, made once for all operations. */
export type Directory = {
  readonly partiesById: ReadonlyMap<PartyId, MatchParty>;
  readonly partiesByInn: ReadonlyMap<string, readonly MatchParty[]>;
  readonly partiesByAccount: ReadonlyMap<string, readonly MatchParty[]>;
  /** By «form:letters», by bare letters, and people by the stem of their surname. */
  readonly partiesByName: ReadonlyMap<string, readonly MatchParty[]>;
  readonly membersByGroup: ReadonlyMap<string, readonly PartyId[]>;
  readonly organisationsByAccount: ReadonlyMap<string, MatchOrganisation>;
  readonly organisationsByInn: ReadonlyMap<string, MatchOrganisation>;
  readonly organisationNames: ReadonlySet<string>;
  /** Open documents of a party, the oldest first. */
  readonly openByParty: ReadonlyMap<string, readonly OpenItem[]>;
  /** By `partyKey`, then by what is owed. */
  readonly openBySum: Nested<bigint, OpenItem>;
  /** Of all parties together, by `companyKey`, then by a key of a number: a second index by party would be the largest of all. */
  readonly hitsByNumber: Nested<string, NumberHit>;
  /** Numbers of contracts of a party, by `numberKey`. */
  readonly contractKeys: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Two steps to a list: a joined key for each would fill the memory with text. */
type Nested<Key, Value> = ReadonlyMap<string, ReadonlyMap<Key, readonly Value[]>>;

export const nestedIn = <Key, Value>(map: Nested<Key, Value>, owner: string, key: Key): readonly Value[] =>
  map.get(owner)?.get(key) ?? [];

export const companyKey = (organisationId: string, side: Side): string => `${organisationId}|${side}`;

export const partyKey = (organisationId: string, side: Side, partyId: string): string =>
  `${organisationId}|${side}|${partyId}`;

/** Documents in the order in which they are paid off when nothing else tells: by date, number, id. */
const byAge = (one: OpenItem, other: OpenItem): number =>
  compare(one.date, other.date) ||
  one.number.length - other.number.length ||
  compare(one.number, other.number) ||
  compare(one.documentId, other.documentId);

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
};

export const createDirectory = (input: MatchInput): Directory => {
  const parties = [...input.parties].sort((one, other) => compare(one.id, other.id));
  const items = [...input.openItems].sort(byAge);
  return {
    ...partyIndexes(parties),
    ...organisationIndexes(input.organisations),
    ...itemIndexes(items, input.contracts),
  };
};

const partyIndexes = (parties: readonly MatchParty[]) => {
  const partiesByInn = new Map<string, MatchParty[]>();
  const partiesByAccount = new Map<string, MatchParty[]>();
  const partiesByName = new Map<string, MatchParty[]>();
  const membersByGroup = new Map<string, PartyId[]>();
  for (const party of parties) {
    if (party.inn !== '') push(partiesByInn, party.inn, party);
    for (const account of party.accounts) push(partiesByAccount, account, party);
    for (const key of party.names.flatMap(keysOfName)) push(partiesByName, key, party);
    if (party.groupId !== null) push(membersByGroup, party.groupId, party.id);
  }
  const partiesById = new Map(parties.map((party) => [party.id, party]));
  return { partiesById, partiesByInn, partiesByAccount, partiesByName, membersByGroup };
};

const keysOfName = (name: string): string[] => {
  const { form, letters } = nameKey(name);
  return [`${form}:${letters}`, `:${letters}`, ...(form === 'ип' ? [`~${personStem(letters)}`] : [])];
};

const organisationIndexes = (organisations: readonly MatchOrganisation[]) => ({
  organisationsByAccount: new Map(organisations.flatMap((own) => own.accounts.map((account) => [account, own]))),
  organisationsByInn: new Map(organisations.map((own) => [own.inn, own])),
  organisationNames: new Set(organisations.flatMap((own) => own.names.map((name) => nameKey(name).letters))),
});

const itemIndexes = (items: readonly OpenItem[], contracts: MatchInput['contracts']) => {
  const openByParty = new Map<string, OpenItem[]>();
  const openBySum = new Map<string, Map<bigint, OpenItem[]>>();
  const hitsByNumber = new Map<string, Map<string, NumberHit[]>>();
  const contractKeys = new Map<string, Set<string>>();
  for (const item of items) {
    const owner = partyKey(item.organisationId, item.direction, item.partyId);
    const company = companyKey(item.organisationId, item.direction);
    if (item.outstanding > 0n) {
      append(openByParty, owner, item);
      append(innerOf(openBySum, owner), item.outstanding, item);
    }
    for (const [key, hit] of hitsOf(item)) append(innerOf(hitsByNumber, company), key, hit);
  }
  for (const { organisationId, partyId, number } of contracts) {
    const owner = `${organisationId}|${partyId}`;
    const keys = contractKeys.get(owner) ?? new Set();
    contractKeys.set(owner, keys.add(numberKey(number)));
  }
  return { openByParty, openBySum, hitsByNumber, contractKeys };
};

const innerOf = <Key, Value>(map: Map<string, Map<Key, Value[]>>, owner: string): Map<Key, Value[]> => {
  const known = map.get(owner);
  if (known !== undefined) return known;
  const made = new Map<Key, Value[]>();
  map.set(owner, made);
  return made;
};

const append = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

const hitsOf = (item: OpenItem): (readonly [string, NumberHit])[] => {
  const named = [
    { kind: 'invoice', number: item.number },
    ...(item.orderNumber === '' ? [] : [{ kind: 'order', number: item.orderNumber } as const]),
    ...item.papers,
  ] as const;
  return named.flatMap(({ kind, number }) =>
    keysOf(number).map((key, exactness) => [key, { item, kind, exactness }] as const),
  );
};
