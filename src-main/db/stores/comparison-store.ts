import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { ComparisonReader, ComparisonWriter } from '../../ports/comparison.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { files } from '../schema/documents.ts';
import { comparisons } from '../schema/papers-way.ts';

const { seq: _seq, ...columns } = getTableColumns(comparisons);

export const createComparisonStore = (db: Drizzle): ComparisonReader & ComparisonWriter => ({
  get: (id) => db.select(columns).from(comparisons).where(eq(comparisons.id, id)).get() ?? null,
  lastOf: (documentId, version) =>
    db
      .select(columns)
      .from(comparisons)
      .where(and(eq(comparisons.documentId, documentId), eq(comparisons.version, version)))
      .orderBy(desc(comparisons.seq))
      .limit(1)
      .get() ?? null,
  list: (verdict) =>
    db
      .select(columns)
      .from(comparisons)
      .where(verdict === undefined ? undefined : eq(comparisons.verdict, verdict))
      .orderBy(desc(comparisons.seq))
      .all(),
  add: (comparison, size) => {
    db.insert(files).values({ sha256: comparison.fileSha256, size }).onConflictDoNothing().run();
    db.insert(comparisons).values(comparison).run();
  },
  judge: ({ id, ...change }) => {
    db.update(comparisons).set(change).where(eq(comparisons.id, id)).run();
  },
});
