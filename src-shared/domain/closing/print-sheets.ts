/** A document of a print job: how many pages one copy has, how many copies, from which sheet of the job on. */
export type SheetedItem = { readonly pages: number; readonly copies: number; readonly firstSheet: number };

/** A page to print: of which item, from 1; `blank` is the empty back of a copy that ends on a front. */
export type PrintedPage = { readonly item: number; readonly page: number } | 'blank';

/**
 * Pages that lie on the sheets [from, to] of a job, in the order of printing. On both sides each copy begins on a new
 * sheet, so that any sheet may be the first after a jam.
 */
export const sheetsToPages = (
  items: readonly SheetedItem[],
  duplex: boolean,
  from: number,
  to: number,
): PrintedPage[] => {
  const printed: PrintedPage[] = [];
  for (const [item, { pages, copies, firstSheet }] of items.entries()) {
    const sheetsOfCopy = duplex ? Math.ceil(pages / 2) : pages;
    const last = firstSheet + copies * sheetsOfCopy - 1;
    for (let sheet = Math.max(from, firstSheet); sheet <= Math.min(to, last); sheet += 1) {
      const inCopy = (sheet - firstSheet) % sheetsOfCopy;
      const page = duplex ? inCopy * 2 + 1 : inCopy + 1;
      printed.push({ item, page });
      if (duplex) printed.push(page + 1 <= pages ? { item, page: page + 1 } : 'blank');
    }
  }
  return printed;
};
