import { appError, type AppError } from '#shared/contract/errors.ts';
import { sheetsToPages } from '#shared/domain/closing/print-sheets.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PrintJob } from '../../ports/print-queue.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { jobView } from './add.ts';

type PrintedBytes = { readonly bytes: Uint8Array; readonly page: number };

const findJob = ({ base }: CoreDeps, id: string): Result<PrintJob, AppError> => {
  const job = base.read.printQueue.get(id);
  return job === null ? err(appError('print.unknown', { id })) : ok(job);
};

const save = (deps: CoreDeps, context: CallContext, job: PrintJob) =>
  ok(
    context.commit((stores) => {
      stores.printQueue.save(job);
      return jobView(deps, job);
    }),
  );

export const listPrintJobs =
  (deps: CoreDeps): Handler<'print.list'> =>
  (_context, { limit }) =>
    ok({
      items: deps.base.read.printQueue.list(limit).map((job) => {
        const { items: _items, ...head } = jobView(deps, job);
        return head;
      }),
    });

export const getPrintJob =
  (deps: CoreDeps): Handler<'print.get'> =>
  (_context, { id }) => {
    const job = findJob(deps, id);
    return job.ok ? ok(jobView(deps, job.value)) : job;
  };

/** Sheets up to this one lie in the tray; written at once, so that a restart goes on with the next. */
export const notePrinted =
  (deps: CoreDeps): Handler<'print.printed'> =>
  (context, { id, sheet }) => {
    const job = findJob(deps, id);
    if (!job.ok) return job;
    const { sheets } = job.value;
    if (sheet > sheets) return err(appError('print.sheet', { sheet, sheets }));
    const state = sheet === sheets ? 'done' : 'printing';
    return save(deps, context, { ...job.value, printed: sheet, state, problem: '' });
  };

export const stopPrinting =
  (deps: CoreDeps): Handler<'print.stop'> =>
  (context, { id, problem }) => {
    const job = findJob(deps, id);
    return job.ok ? save(deps, context, { ...job.value, state: 'stopped', problem }) : job;
  };

/** «С листа 37»: what lies before it counts as printed. */
export const resumePrinting =
  (deps: CoreDeps): Handler<'print.resume'> =>
  (context, { id, fromSheet, printer }) => {
    const job = findJob(deps, id);
    if (!job.ok) return job;
    const { sheets, printed } = job.value;
    const next = fromSheet ?? printed + 1;
    if (next > sheets) return err(appError('print.sheet', { sheet: next, sheets }));
    const to = printer ?? job.value.printer;
    return save(deps, context, { ...job.value, state: 'printing', printed: next - 1, printer: to, problem: '' });
  };

export const dropPrintJob =
  (deps: CoreDeps): Handler<'print.drop'> =>
  (context, { id }) => {
    const job = findJob(deps, id);
    return job.ok ? save(deps, context, { ...job.value, state: 'dropped' }) : job;
  };

/** What is left to print, sheet by sheet, as one PDF: copies repeated, an odd copy ends with an empty back. */
export const printPdf =
  (deps: CoreDeps): Handler<'print.pdf'> =>
  async (_context, { id, fromSheet, toSheet }) => {
    const found = findJob(deps, id);
    if (!found.ok) return found;
    const job = found.value;
    const from = fromSheet ?? job.printed + 1;
    const to = toSheet ?? job.sheets;
    if (from > job.sheets || to > job.sheets || from > to)
      return err(appError('print.sheet', { sheet: from, sheets: job.sheets }));
    const bytesByHash = new Map<string, Uint8Array>();
    const parts: (PrintedBytes | 'blank')[] = [];
    for (const page of sheetsToPages(job.items, job.duplex, from, to)) {
      if (page === 'blank') {
        parts.push(page);
        continue;
      }
      const item = job.items[page.item];
      const known = item === undefined ? undefined : bytesByHash.get(item.sha256);
      const bytes = known ?? (item === undefined ? null : await deps.files.read(item.sha256));
      if (item === undefined || bytes === null)
        return err(appError('print.noPdf', { document: String(page.item + 1) }));
      bytesByHash.set(item.sha256, bytes);
      parts.push({ bytes, page: page.page });
    }
    const joined = await deps.papers.joinPages(parts);
    if (!joined.ok) return err(appError('print.noPdf', { document: '' }));
    const name = `Печать ${formatDate(deps.clock.today())}, листы ${from}–${to}.pdf`;
    return ok({ name, bytes: Buffer.from(joined.value).toString('base64'), sheets: to - from + 1 });
  };
