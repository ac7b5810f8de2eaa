import { and, asc, eq } from 'drizzle-orm';
import type { ContractReader, ContractWriter } from '../../ports/base.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { contracts } from '../schema/parties.ts';

export const createContractStore = (db: Drizzle): ContractReader & ContractWriter => ({
  get: (id) => db.select().from(contracts).where(eq(contracts.id, id)).get() ?? null,
  between: (organisationId, partyId) =>
    db
      .select()
      .from(contracts)
      .where(and(eq(contracts.organisationId, organisationId), eq(contracts.partyId, partyId)))
      .orderBy(asc(contracts.date), asc(contracts.id))
      .all(),
  save: ({ id, ...row }) => {
    db.insert(contracts)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: contracts.id, set: row })
      .run();
  },
});
