import { and, asc, eq } from 'drizzle-orm';
import type { FacsimileReader, FacsimileWriter } from '../../ports/facsimiles.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { files } from '../schema/documents.ts';
import { facsimiles } from '../schema/facsimiles.ts';

export const createFacsimileStore = (db: Drizzle): FacsimileReader & FacsimileWriter => ({
  of: (organisationId) =>
    db
      .select()
      .from(facsimiles)
      .where(eq(facsimiles.organisationId, organisationId))
      .orderBy(asc(facsimiles.part), asc(facsimiles.signatoryId))
      .all(),
  save: (facsimile, size) => {
    const { organisationId, part, signatoryId } = facsimile;
    db.insert(files).values({ sha256: facsimile.sha256, size }).onConflictDoNothing().run();
    db.insert(facsimiles)
      .values(facsimile)
      .onConflictDoUpdate({
        target: [facsimiles.organisationId, facsimiles.part, facsimiles.signatoryId],
        set: { ...facsimile, organisationId, part, signatoryId },
      })
      .run();
  },
  remove: ({ organisationId, part, signatoryId }) => {
    db.delete(facsimiles)
      .where(
        and(
          eq(facsimiles.organisationId, organisationId),
          eq(facsimiles.part, part),
          eq(facsimiles.signatoryId, signatoryId),
        ),
      )
      .run();
  },
});
