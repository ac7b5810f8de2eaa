import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Batch, BatchItem, BatchReader, BatchWriter } from '../../ports/batches.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { batches, batchItems } from '../schema/batches.ts';

export const createBatchStore = (db: Drizzle): BatchReader & BatchWriter => ({
  get: (id) => batchOf(db.select().from(batches).where(eq(batches.id, id)).get()),
  list: (limit) =>
    db
      .select()
      .from(batches)
      .orderBy(desc(batches.seq))
      .limit(limit)
      .all()
      .map(({ seq: _seq, ...batch }) => batch),
  findUnfinished: (key) =>
    batchOf(
      db
        .select()
        .from(batches)
        .where(and(eq(batches.key, key), ne(batches.state, 'done')))
        .orderBy(desc(batches.seq))
        .get(),
    ),
  isAnyRunning: () =>
    db.select({ id: batches.id }).from(batches).where(eq(batches.state, 'running')).limit(1).get() !== undefined,
  countsOf: (id) => {
    const rows = db
      .select({ state: batchItems.state, rows: count() })
      .from(batchItems)
      .where(eq(batchItems.batchId, id))
      .groupBy(batchItems.state)
      .all();
    return {
      pending: 0,
      issued: 0,
      done: 0,
      failed: 0,
      ...Object.fromEntries(rows.map((row) => [row.state, row.rows])),
    };
  },
  itemsOf: (id) =>
    db.select().from(batchItems).where(eq(batchItems.batchId, id)).orderBy(asc(batchItems.position)).all(),
  nextItems: (id, limit) =>
    db
      .select()
      .from(batchItems)
      .where(and(eq(batchItems.batchId, id), inArray(batchItems.state, ['pending', 'issued'])))
      .orderBy(asc(batchItems.position))
      .limit(limit)
      .all(),
  insert: (batch, items) => {
    db.insert(batches).values(batch).run();
    for (const item of items) db.insert(batchItems).values(item).run();
  },
  save: ({ id, ...fields }) => {
    db.update(batches).set(fields).where(eq(batches.id, id)).run();
  },
  saveItem: ({ batchId, position, ...fields }: BatchItem) => {
    db.update(batchItems)
      .set(fields)
      .where(and(eq(batchItems.batchId, batchId), eq(batchItems.position, position)))
      .run();
  },
  retryFailed: (id) => {
    db.update(batchItems)
      .set({ state: 'pending', problems: [] })
      .where(and(eq(batchItems.batchId, id), eq(batchItems.state, 'failed')))
      .run();
  },
  pauseRunning: () => {
    db.update(batches).set({ state: 'paused' }).where(eq(batches.state, 'running')).run();
  },
});

const batchOf = (row: typeof batches.$inferSelect | undefined): Batch | null => {
  if (row === undefined) return null;
  const { seq: _seq, ...batch } = row;
  return batch;
};
