import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { PaperFileFault } from '#main/ports/paper-files.ts';
import { sizesOf } from './page-images.ts';
import { readCodes } from './read-codes.ts';

/** A year of papers in one file is a slip. */
const MOST_PAGES = 500;

/** Our paper codes and whatever else is printed on each page of a scanned PDF. The pictures are taken from the file as they are. */
export const scanCodes = async (bytes: Uint8Array): Promise<Result<string[][], PaperFileFault>> => {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  try {
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false });
    if (document.numPages > MOST_PAGES) return err('tooLong');
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const codes = new Set<string>();
      for (const [index, operator] of fnArray.entries()) {
        if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue;
        const values: unknown = argsArray[index];
        const named: unknown = Array.isArray(values) ? values[0] : undefined;
        const image: unknown = typeof named === 'string' ? await objectOf(page, named) : named;
        for (const code of await codesOf(image)) codes.add(code);
      }
      pages.push([...codes]);
      page.cleanup();
    }
    await document.loadingTask.destroy();
    return ok(pages);
  } catch (thrown) {
    const isOther = thrown instanceof Error && thrown.name === 'InvalidPDFException';
    return err(isOther ? 'notPdf' : 'unreadable');
  }
};

type Objects = { readonly get: (name: string, done: (value: unknown) => void) => unknown };

const objectOf = (page: { readonly objs: Objects; readonly commonObjs: Objects }, name: string): Promise<unknown> =>
  new Promise((resolve) => {
    (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, resolve);
  });

const codesOf = async (image: unknown): Promise<string[]> => {
  for (const pixels of sizesOf(image)) {
    const codes = await readCodes(pixels);
    if (codes.length > 0) return codes;
  }
  return [];
};
