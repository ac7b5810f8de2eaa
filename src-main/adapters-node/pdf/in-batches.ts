import type { PdfEngineName, PdfError, PdfMaker, PdfResult } from '#main/ports/pdf-maker.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { countPdfPages } from './pdf-pages.ts';
import type { ProcessEnd } from './run-process.ts';

/** What one start of an engine made: a PDF or null for each file, in order. */
export type Batch = { readonly pdfs: readonly (Uint8Array | null)[]; readonly end: ProcessEnd };

type RunBatch = (files: readonly Uint8Array[], signal: AbortSignal) => Promise<Batch>;

/** How long one start of an engine may take before it is killed. */
export type Patience = { readonly startMs: number; readonly perFileMs: number };

export const timeoutFor = ({ startMs, perFileMs }: Patience, files: number): number => startMs + perFileMs * files;

/** More in one start saves nothing (the start is 0.8 s, a file 0.06 s) and only makes a crash dearer. */
const FILES_IN_BATCH = 50;

/** An engine that dies this often in one call is itself broken: no more searching for the file that kills it. */
const MOST_DEATHS = 24;

/**
 * Converts in batches. A file that the engine refuses is failed; when the engine itself dies or hangs, the files that
 * it left are tried again in halves, so that in the end only the file that kills it is failed.
 */
export const convertInBatches =
  (engine: PdfEngineName, runBatch: RunBatch): PdfMaker['convert'] =>
  async (files, signal) => {
    const results = files.map((): Result<PdfResult, PdfError> => err({ code: 'pdf.failed', engine }));
    const queue = chunks([...files.entries()], FILES_IN_BATCH);
    let deaths = 0;
    for (let batch = queue.shift(); batch !== undefined && !signal.aborted; batch = queue.shift()) {
      const { pdfs, end } = await runBatch(
        batch.map(([, docx]) => docx),
        signal,
      );
      const missing: typeof batch = [];
      for (const [at, file] of batch.entries()) {
        const pdf = pdfs[at] ?? null;
        const pages = pdf === null ? null : countPdfPages(pdf);
        if (pdf === null || pages === null) missing.push(file);
        else results[file[0]] = ok({ pdf, pages, isDraft: false, engine });
      }
      if (end === 'done') continue;
      deaths += 1;
      if (batch.length > 1 && missing.length > 0 && deaths < MOST_DEATHS) {
        queue.unshift(...chunks(missing, Math.ceil(missing.length / 2)));
      } else if (end === 'timeout') {
        for (const [index] of missing) results[index] = err({ code: 'pdf.timeout', engine });
      }
    }
    return results;
  };

const chunks = <T>(items: readonly T[], size: number): T[][] => {
  const made: T[][] = [];
  for (let at = 0; at < items.length; at += size) made.push(items.slice(at, at + size));
  return made;
};
