import { asc, eq } from 'drizzle-orm';
import type { Organisation } from '#shared/domain/party/party.ts';
import type { OrganisationReader, OrganisationWriter, PartyWriter } from '../../ports/base.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { loadParties } from './party-store.ts';
import { organisations, parties } from '../schema/parties.ts';

export const createOrganisationStore = (
  db: Drizzle,
  partyStore: PartyWriter,
): OrganisationReader & OrganisationWriter => {
  const toOrganisations = (rows: readonly (typeof organisations.$inferSelect)[]): readonly Organisation[] => {
    const partiesById = new Map(
      loadParties(
        db,
        rows.map((row) => row.partyId),
      ).map((party) => [party.id, party]),
    );
    return rows.flatMap(({ partyId, ...own }) => {
      const party = partiesById.get(partyId);
      return party ? [{ party, ...own }] : [];
    });
  };

  return {
    get: (id) => toOrganisations(db.select().from(organisations).where(eq(organisations.partyId, id)).all())[0] ?? null,
    list: () =>
      toOrganisations(
        db
          .select({
            partyId: organisations.partyId,
            business: organisations.business,
            city: organisations.city,
            numberPrefix: organisations.numberPrefix,
          })
          .from(organisations)
          .innerJoin(parties, eq(parties.id, organisations.partyId))
          .orderBy(asc(parties.seq))
          .all(),
      ),
    save: ({ party, business, city, numberPrefix }) => {
      partyStore.save(party);
      const row = { business, city, numberPrefix };
      db.insert(organisations)
        .values({ partyId: party.id, ...row })
        .onConflictDoUpdate({ target: organisations.partyId, set: row })
        .run();
    },
  };
};
