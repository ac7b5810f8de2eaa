import type { PaperFileFault } from '#main/ports/paper-files.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { docxText } from '../contract-text/docx-text.ts';
import { pdfContractText } from '../contract-text/pdf-text.ts';
import { countPages, cutPages, joinPages } from '../pdf-pages/pdf-pages.ts';
import { scanCodes } from '../scan/scan-codes.ts';

/** What is asked of the thread that reads files of strangers. */
export type PaperTask =
  | { readonly task: 'docxText' | 'pdfText' | 'scanCodes' | 'countPages'; readonly bytes: Uint8Array }
  | { readonly task: 'cutPages'; readonly bytes: Uint8Array; readonly from: number; readonly to: number }
  | {
      readonly task: 'joinPages';
      readonly parts: readonly ({ readonly bytes: Uint8Array; readonly page: number } | 'blank')[];
    };

export type PaperAnswer = Result<unknown, PaperFileFault>;

/** Does one task; what the libraries throw at a broken file is a fault of the file. */
export const doPaperTask = async (asked: PaperTask): Promise<PaperAnswer> => {
  try {
    switch (asked.task) {
      case 'docxText':
        return await docxText(asked.bytes);
      case 'pdfText':
        return await pdfContractText(asked.bytes);
      case 'scanCodes':
        return await scanCodes(asked.bytes);
      case 'countPages':
        return await countPages(asked.bytes);
      case 'cutPages':
        return await cutPages(asked.bytes, asked.from, asked.to);
      case 'joinPages':
        return await joinPages(asked.parts);
    }
  } catch {
    return err('unreadable');
  }
};
