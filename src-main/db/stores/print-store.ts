import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import type { PrintItem, PrintJob, PrintReader, PrintWriter } from '../../ports/print-queue.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { printItems, printJobs } from '../schema/papers-way.ts';

const { seq: _seq, ...jobColumns } = getTableColumns(printJobs);
const { jobId: _job, ...itemColumns } = getTableColumns(printItems);

export const createPrintStore = (db: Drizzle): PrintReader & PrintWriter => {
  const itemsOf = (jobId: string): PrintItem[] =>
    db.select(itemColumns).from(printItems).where(eq(printItems.jobId, jobId)).orderBy(asc(printItems.position)).all();
  const whole = (job: Omit<PrintJob, 'items'>): PrintJob => ({ ...job, items: itemsOf(job.id) });
  return {
    get: (id) => {
      const job = db.select(jobColumns).from(printJobs).where(eq(printJobs.id, id)).get();
      return job === undefined ? null : whole(job);
    },
    list: (limit) => db.select(jobColumns).from(printJobs).orderBy(desc(printJobs.seq)).limit(limit).all().map(whole),
    add: ({ items, ...job }) => {
      db.insert(printJobs).values(job).run();
      for (const item of items)
        db.insert(printItems)
          .values({ jobId: job.id, ...item })
          .run();
    },
    save: ({ id, ...change }) => {
      db.update(printJobs).set(change).where(eq(printJobs.id, id)).run();
    },
  };
};
