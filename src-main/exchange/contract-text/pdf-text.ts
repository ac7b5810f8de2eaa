import type { PaperFileFault } from '#main/ports/paper-files.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { withoutFurniture } from './page-furniture.ts';

const MOST_PAGES = 300;

/** The text of a contract in PDF, a line of the page a line, in the order in which it was laid out. */
export const pdfContractText = async (bytes: Uint8Array): Promise<Result<string, PaperFileFault>> => {
  const { getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false });
    if (document.numPages > MOST_PAGES) return err('tooLong');
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items));
    }
    await document.loadingTask.destroy();
    const lines = withoutFurniture(pages).flat();
    return lines.every((line) => line.trim() === '') ? err('noText') : ok(lines.join('\n'));
  } catch (thrown) {
    return err(thrown instanceof Error && thrown.name === 'InvalidPDFException' ? 'notPdf' : 'unreadable');
  }
};

const linesOf = (items: readonly object[]): string[] => {
  const lines: string[] = [''];
  for (const item of items) {
    if (!('str' in item) || typeof item.str !== 'string') continue;
    lines[lines.length - 1] += item.str;
    if ('hasEOL' in item && item.hasEOL === true) lines.push('');
  }
  return lines.filter((line) => line.trim() !== '');
};
