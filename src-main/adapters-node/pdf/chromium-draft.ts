import { err, ok } from '#shared/kernel/result.ts';
import type { PdfEngine } from './pdf-engine.ts';
import { countPdfPages } from './pdf-pages.ts';

/** Prints a .docx with the window's own print engine; null when it cannot. */
export type PrintDocx = (docx: Uint8Array) => Promise<Uint8Array | null>;

/**
 * The last resort: the pages of Chromium's print are not those of Word (rendering.md §8: 2 for 1, 4 for 5, 18 for 21),
 * so every result is a draft. Only the shell can print; other hosts give null and the engine is never found.
 */
export const createChromiumDraft = (print: PrintDocx | null): PdfEngine => ({
  name: 'chromium',
  isFound: () => Promise.resolve(print !== null),
  convert: async (files, signal) => {
    const results = [];
    for (const docx of files) {
      const pdf = print === null || signal.aborted ? null : await print(docx);
      const pages = pdf === null ? null : countPdfPages(pdf);
      const isMade = pdf !== null && pages !== null;
      results.push(
        isMade
          ? ok({ pdf, pages, isDraft: true, engine: 'chromium' as const })
          : err({ code: 'pdf.failed' as const, engine: 'chromium' as const }),
      );
    }
    return results;
  },
});
