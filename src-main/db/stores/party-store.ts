import { and, asc, count, eq, inArray, ne, or } from 'drizzle-orm';
import type { PartyId } from '#shared/kernel/id.ts';
import { plainName } from '#shared/domain/party/plain-name.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { PartyReader, PartyWriter } from '../../ports/base.ts';
import { refreshDocumentSearch } from './document-store.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { refreshOrderSearch } from './order-store.ts';
import { trips } from '../schema/orders.ts';
import { bankAccounts, parties, signatories, taxPeriods } from '../schema/parties.ts';
import { searchTextOf, textMatches } from './text-search.ts';

type PartyRow = typeof parties.$inferSelect;

const SEARCHED = { index: 'parties_search', seq: parties.seq, searchText: parties.searchText } as const;

/** A list that is chosen from by eye and by typing. */
const CARRIERS = 500;

/** More cards of one name than a person can compare help nobody. */
const NAMESAKES = 20;

export const createPartyStore = (db: Drizzle): PartyReader & PartyWriter => ({
  get: (id) => loadParties(db, [id])[0] ?? null,
  findByTaxId: (inn, kpp) => {
    const row = db.select({ id: parties.id }).from(parties).where(withTaxId(inn, kpp)).orderBy(asc(parties.seq)).get();
    return row ? (loadParties(db, [row.id])[0] ?? null) : null;
  },
  findByForeignTaxId: (foreignTaxId) => {
    const row = db
      .select({ id: parties.id })
      .from(parties)
      .where(eq(parties.foreignTaxId, foreignTaxId))
      .orderBy(asc(parties.seq))
      .get();
    return row ? (loadParties(db, [row.id])[0] ?? null) : null;
  },
  countWithTaxId: (inn, kpp) => db.select({ rows: count() }).from(parties).where(withTaxId(inn, kpp)).get()?.rows ?? 0,
  namesakesOf: (party) => {
    const name = plainName(party);
    if (name === '') return [];
    return db
      .select({ id: parties.id, inn: parties.inn, shortName: parties.shortName, fullName: parties.fullName })
      .from(parties)
      .where(and(ne(parties.id, party.id), textMatches(name, SEARCHED)))
      .limit(NAMESAKES)
      .all()
      .filter((other) => plainName(other) === name);
  },
  carriers: () =>
    db
      .select({ id: parties.id, shortName: parties.shortName, inn: parties.inn })
      .from(parties)
      .where(
        or(ne(parties.carrierRegistryNumber, ''), inArray(parties.id, db.select({ id: trips.carrierId }).from(trips))),
      )
      .orderBy(asc(parties.shortName), asc(parties.seq))
      .limit(CARRIERS)
      .all(),
  list: ({ text }, { limit, offset }) => {
    const where = textMatches(text, SEARCHED);
    const ids = db
      .select({ id: parties.id })
      .from(parties)
      .where(where)
      .orderBy(asc(parties.shortName), asc(parties.seq))
      .limit(limit)
      .offset(offset)
      .all()
      .map(({ id }) => id);
    const total = db.select({ rows: count() }).from(parties).where(where).get()?.rows ?? 0;
    return { total, items: loadParties(db, ids) };
  },
  save: (party) => saveParty(db, party),
});

const withTaxId = (inn: string, kpp: string | undefined) =>
  and(eq(parties.inn, inn), kpp === undefined ? undefined : eq(parties.kpp, kpp));

/** Whole cards in the order of the ids; four questions whatever their number. */
export const loadParties = (db: Drizzle, ids: readonly PartyId[]): readonly Party[] => {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const rows = db.select().from(parties).where(inArray(parties.id, wanted)).all();
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const periodsById = Map.groupBy(
    db.select().from(taxPeriods).where(inArray(taxPeriods.partyId, wanted)).orderBy(asc(taxPeriods.position)).all(),
    (row) => row.partyId,
  );
  const accountsById = Map.groupBy(
    db
      .select()
      .from(bankAccounts)
      .where(inArray(bankAccounts.partyId, wanted))
      .orderBy(asc(bankAccounts.position))
      .all(),
    (row) => row.partyId,
  );
  const signatoriesById = Map.groupBy(
    db.select().from(signatories).where(inArray(signatories.partyId, wanted)).orderBy(asc(signatories.ordinal)).all(),
    (row) => row.partyId,
  );
  return wanted.flatMap((id) => {
    const row = rowsById.get(id);
    if (!row) return [];
    return [
      {
        ...cardOf(row),
        taxPeriods: (periodsById.get(id) ?? []).map(({ partyId: _of, position: _place, ...period }) => period),
        bankAccounts: (accountsById.get(id) ?? []).map(({ partyId: _of, position: _place, ...account }) => account),
        signatories: (signatoriesById.get(id) ?? []).map(
          ({ partyId: _of, ordinal: _place, ...signatory }) => signatory,
        ),
      },
    ];
  });
};

const cardOf = ({ seq: _seq, searchText: _searchText, ...card }: PartyRow) => card;

const saveParty = (db: Drizzle, party: Party): void => {
  const { id, taxPeriods: periods, bankAccounts: accounts, signatories: people, ...card } = party;
  const before = db.select({ searchText: parties.searchText }).from(parties).where(eq(parties.id, id)).get();
  const row = { ...card, searchText: partySearchText(party) };
  db.insert(parties)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: parties.id, set: row })
    .run();

  // The lists belong to the card and have no life of their own, so they are written anew.
  for (const table of [taxPeriods, bankAccounts, signatories]) db.delete(table).where(eq(table.partyId, id)).run();
  if (periods.length > 0)
    db.insert(taxPeriods)
      .values(periods.map((period, position) => ({ partyId: id, position, ...period })))
      .run();
  if (accounts.length > 0)
    db.insert(bankAccounts)
      .values(accounts.map((account, position) => ({ partyId: id, position, ...account })))
      .run();
  if (people.length > 0)
    db.insert(signatories)
      .values(people.map((person, ordinal) => ({ partyId: id, ordinal, ...person })))
      .run();

  if (before && before.searchText !== row.searchText) {
    refreshOrderSearch(db, id);
    refreshDocumentSearch(db, id);
  }
};

const partySearchText = ({ shortName, fullName, inn, kpp, ogrn, contactName, phone, email }: Party): string =>
  searchTextOf([shortName, fullName, inn, kpp, ogrn, contactName, phone, email]);
