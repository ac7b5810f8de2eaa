import type { CardRow } from '#shared/domain/company-card/card-text.ts';
import { refuse, withinLimits, type PdfText } from './extraction.ts';
import { placedToRows, type PlacedText } from './pdf-layout.ts';

/** A card is a page or two; the rest of a long contract is not read. */
const MOST_PAGES = 20;

/**
 * Text of a PDF by pdf.js (the build of `unpdf` for servers: no canvas, no worker file). It is loaded on the first PDF, because it is large.
 * Scripts of a PDF are never run here and fonts are not drawn: only text and its places are asked for.
 */
export const pdfText: PdfText = async (bytes) => {
  const { getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false });
    const rows: CardRow[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      rows.push(...placedToRows(items.flatMap(placed)));
    }
    await document.loadingTask.destroy();
    return rows.length === 0 ? refuse('card.noText') : withinLimits(rows);
  } catch (thrown) {
    const isLocked = thrown instanceof Error && thrown.name === 'PasswordException';
    return isLocked ? refuse('card.encrypted') : refuse('card.damaged', thrown instanceof Error ? thrown.name : '');
  }
};

const placed = (item: object): PlacedText[] => {
  if (!('str' in item) || !('transform' in item) || !('width' in item)) return [];
  const { str, transform, width } = item;
  if (typeof str !== 'string' || typeof width !== 'number' || !Array.isArray(transform)) return [];
  const [a, b, , , x, y] = transform.map(Number);
  return [{ text: str, x: x ?? 0, y: y ?? 0, width, size: Math.hypot(a ?? 0, b ?? 0) }];
};
