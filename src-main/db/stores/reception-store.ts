import { asc, count, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { DocumentReader } from '../../ports/base.ts';
import type { ReceptionReader, ReceptionWriter } from '../../ports/reception.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documents, files } from '../schema/documents.ts';
import { scanParts, scans } from '../schema/papers-way.ts';

/** What a person still has to sort out. */
const WAITING = ['unread', 'foreign', 'settled'] as const;

const { seq: _seq, ...partColumns } = getTableColumns(scanParts);

export const createReceptionStore = (
  db: Drizzle,
  { get }: Pick<DocumentReader, 'get'>,
): ReceptionReader & ReceptionWriter => {
  const parts = () =>
    db
      .select({ ...partColumns, file: scans.name })
      .from(scanParts)
      .innerJoin(scans, eq(scans.id, scanParts.scanId));
  return {
    byEntry: (entry) => {
      const row = db
        .select({ id: documents.id })
        .from(documents)
        .where(sql`${documents.seq} = ${BigInt(entry)}`)
        .get();
      return row === undefined ? null : get(row.id);
    },
    entryOf: (id) => {
      const row = db
        .select({ seq: sql<bigint>`${documents.seq}` })
        .from(documents)
        .where(eq(documents.id, id))
        .get();
      return Number(requireDefined(row, 'a document').seq);
    },
    nextEntry: () => {
      const row = db
        .select({ last: sql<bigint | null>`max(${documents.seq})` })
        .from(documents)
        .get();
      return Number(row?.last ?? 0) + 1;
    },
    scan: (id) => db.select().from(scans).where(eq(scans.id, id)).get() ?? null,
    scanByHash: (sha256) => db.select().from(scans).where(eq(scans.sha256, sha256)).get() ?? null,
    part: (id) => parts().where(eq(scanParts.id, id)).get() ?? null,
    partsOf: (scanId) => parts().where(eq(scanParts.scanId, scanId)).orderBy(asc(scanParts.firstPage)).all(),
    tray: ({ limit, offset }) => {
      const where = inArray(scanParts.state, [...WAITING]);
      return {
        total: db.select({ rows: count() }).from(scanParts).where(where).get()?.rows ?? 0,
        items: parts().where(where).orderBy(asc(scanParts.seq)).limit(limit).offset(offset).all(),
      };
    },
    addScan: (scan, size, found) => {
      db.insert(files).values({ sha256: scan.sha256, size }).onConflictDoNothing().run();
      db.insert(scans).values(scan).run();
      for (const part of found) db.insert(scanParts).values(part).run();
    },
    savePart: ({ id, ...change }) => {
      db.update(scanParts).set(change).where(eq(scanParts.id, id)).run();
    },
  };
};
