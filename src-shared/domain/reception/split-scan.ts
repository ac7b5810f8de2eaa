/** What was read on one page of a scan: our codes on it, in the order of reading. */
export type ScanPage = { readonly codes: readonly string[] };

/** Pages of one document, or pages of which nothing is known. Numbers from 1, both ends included. */
export type ScanPart = { readonly from: number; readonly to: number; readonly code: string | null };

/**
 * Cuts a scan by its codes. A page with a code begins a document; pages without one go on with the document before,
 * because a code stands on the first sheet. Pages before the first code are unknown. A page that repeats the code of the
 * part at hand belongs to it. Two different codes on one page are a doubt, and a doubt is left to a person.
 */
export const splitScan = (pages: readonly ScanPage[]): ScanPart[] => {
  const parts: { from: number; to: number; code: string | null }[] = [];
  for (const [index, { codes }] of pages.entries()) {
    const page = index + 1;
    const distinct = [...new Set(codes)];
    const last = parts.at(-1);
    const [code = null] = distinct;
    if (distinct.length > 1) parts.push({ from: page, to: page, code: null });
    else if (last !== undefined && (code === last.code || code === null)) last.to = page;
    else parts.push({ from: page, to: page, code });
  }
  return parts;
};
